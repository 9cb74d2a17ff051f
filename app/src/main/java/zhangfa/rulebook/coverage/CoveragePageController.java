package zhangfa.rulebook.coverage;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import zhangfa.api.SignedIn;

/** The page that shows how far the rulebook is lived, chapter by chapter, and inside a chapter article by article. */
@Controller
class CoveragePageController {

    private final CoverageBoard board;

    CoveragePageController(CoverageBoard board) {
        this.board = board;
    }

    @GetMapping("/rulebook/coverage")
    @SignedIn
    String show(@RequestParam(required = false) @Nullable String chapter, Locale locale, Model model) {
        model.addAttribute("chart", CoverageChart.of(board.now(locale), chapter));
        return "rulebook/coverage/show";
    }
}

package zhangfa.rulebook.contents;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import zhangfa.api.SignedIn;
import zhangfa.rulebook.coverage.CoverageBoard;

/** The page of contents. */
@Controller
class ContentsController {

    private final CoverageBoard board;

    ContentsController(CoverageBoard board) {
        this.board = board;
    }

    @GetMapping("/rulebook")
    @SignedIn
    String index(
            @RequestParam(name = "q", defaultValue = "") String search,
            @RequestParam(defaultValue = "") String open,
            Locale locale,
            Model model) {
        var now = board.now(locale);
        model.addAttribute("contents", search.isBlank() ? Contents.leafed(now, open) : Contents.found(now, search));
        return "rulebook/contents/index";
    }
}

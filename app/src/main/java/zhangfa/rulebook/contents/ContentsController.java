package zhangfa.rulebook.contents;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import zhangfa.api.SignedIn;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.rulebook.coverage.CoverageBoard;
import zhangfa.rulebook.source.RefusedFiles;

/** The page of contents. */
@Controller
class ContentsController {

    private static final Pattern KEY = Pattern.compile("\\{rulebook\\.[^}]*}");

    private final CoverageBoard board;
    private final RefusedFiles refused;
    private final Words words;

    ContentsController(CoverageBoard board, RefusedFiles refused, Words words) {
        this.board = board;
        this.refused = refused;
        this.words = words;
    }

    @GetMapping("/rulebook")
    @SignedIn
    String index(
            @RequestParam(name = "q", defaultValue = "") String search,
            @RequestParam(defaultValue = "") String open,
            Account who,
            Locale locale,
            Model model) {
        var now = board.now(locale);
        model.addAttribute("contents", search.isBlank() ? Contents.leafed(now, open) : Contents.found(now, search));
        model.addAttribute("refused", who.may(Permission.RULEBOOK_MANAGE) ? reasons(locale) : List.of());
        return "rulebook/contents/index";
    }

    /** What a file says wrong is written in English; what is wrong with a query, in the reader's language. */
    private List<String> reasons(Locale locale) {
        return refused.reasons().stream()
                .map(reason -> KEY.matcher(reason)
                        .replaceAll(found -> Matcher.quoteReplacement(words.say(found.group(), locale))))
                .toList();
    }
}

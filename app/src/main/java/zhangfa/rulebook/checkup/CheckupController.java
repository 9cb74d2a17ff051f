package zhangfa.rulebook.checkup;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.identity.Permission;
import zhangfa.rulebook.conflict.Conflicts;
import zhangfa.rulebook.draft.Drafts;

/** The report on a draft: on the screen with all that was found, on two sheets of paper with the most of it. */
@Controller
@RequestMapping("/rulebook/drafts/{id}/checkup")
class CheckupController {

    private static final int ON_SCREEN = 200;
    private static final int ON_PAPER = 6;

    private final Drafts drafts;
    private final Offers offers;
    private final Conflicts conflicts;

    CheckupController(Drafts drafts, Offers offers, Conflicts conflicts) {
        this.drafts = drafts;
        this.offers = offers;
        this.conflicts = conflicts;
    }

    @GetMapping
    @May(Permission.RULEBOOK_MANAGE)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("report", page(id, ON_SCREEN));
        return "rulebook/checkup/show";
    }

    @GetMapping("/print")
    @May(Permission.RULEBOOK_MANAGE)
    String print(@PathVariable UUID id, Model model) {
        model.addAttribute("report", page(id, ON_PAPER));
        return "rulebook/checkup/print";
    }

    private CheckupPage page(UUID id, int most) {
        var draft = drafts.find(id).orElseThrow(Refusal::notThere);
        var articles = DraftArticles.of(drafts.passages(id));
        return new CheckupPage(draft, Checkup.of(articles), conflicts.with(articles), offers.to(articles), most);
    }
}

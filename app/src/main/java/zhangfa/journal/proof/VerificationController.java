package zhangfa.journal.proof;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import zhangfa.api.May;
import zhangfa.identity.Permission;

/** The page on which the journal is proven; looking at everything takes a while, so it is done when asked for. */
@Controller
class VerificationController {

    private final Verification verification;

    VerificationController(Verification verification) {
        this.verification = verification;
    }

    @GetMapping("/administration/journal")
    @May(Permission.JOURNAL_VERIFY)
    String show(Model model) {
        model.addAttribute("lines", List.of());
        return "journal/proof/show";
    }

    @PostMapping("/administration/journal")
    @May(Permission.JOURNAL_VERIFY)
    String verify(Model model) {
        model.addAttribute(
                "lines", verification.verify().stream().map(ProofLine::of).toList());
        return "journal/proof/show";
    }
}

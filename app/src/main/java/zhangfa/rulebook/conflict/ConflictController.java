package zhangfa.rulebook.conflict;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import zhangfa.api.SignedIn;

/** The page of what contradicts; whoever is bound by two rules may see which of them holds. */
@Controller
class ConflictController {

    private final Conflicts conflicts;

    ConflictController(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    @GetMapping("/rulebook/regulations/conflicts")
    @SignedIn
    String show(Model model) {
        model.addAttribute("conflicts", conflicts.present());
        return "rulebook/conflict/index";
    }
}

package zhangfa.identity.setup;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import zhangfa.api.May;
import zhangfa.identity.Permission;
import zhangfa.identity.SetUpStep;

/** The guided way from an empty installation to the first case. */
@Controller
class SetUpStepsController {

    private final List<SetUpStep> steps;

    SetUpStepsController(List<SetUpStep> steps) {
        this.steps =
                steps.stream().sorted(Comparator.comparing(SetUpStep::order)).toList();
    }

    @GetMapping("/setup")
    @May(Permission.ORGANIZATION_MANAGE)
    String show(Model model) {
        model.addAttribute("steps", steps);
        return "identity/setup/steps";
    }
}

package zhangfa.rulebook.control;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;

/** Where a control is asked on demand. */
@Controller
class ControlController {

    private final ControlRoom room;
    private final Controls controls;

    ControlController(ControlRoom room, Controls controls) {
        this.room = room;
        this.controls = controls;
    }

    @PostMapping("/rulebook/controls/{key}/run")
    @SignedIn
    String run(@PathVariable String key, Account who, Model model) {
        if (!who.may(Permission.CASE_INSPECT) && !who.may(Permission.RULEBOOK_MANAGE)) {
            throw Refusal.notAllowed();
        }
        room.ask(key);
        model.addAttribute("state", controls.state(key).orElseThrow(Refusal::notThere));
        return "rulebook/control";
    }
}

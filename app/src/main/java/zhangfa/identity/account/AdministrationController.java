package zhangfa.identity.account;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import zhangfa.api.May;
import zhangfa.identity.Permission;

/** The administrator's front door. */
@Controller
class AdministrationController {

    @GetMapping("/administration")
    @May(Permission.ACCOUNT_MANAGE)
    String show() {
        return "identity/account/administration";
    }
}

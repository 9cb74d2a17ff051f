package zhangfa.identity.role;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.identity.Workplaces;

/** What each role permits, and the page where its data scope is set. */
@Controller
@RequestMapping("/administration/roles")
class RolesController {

    private final Roles roles;
    private final Workplaces workplaces;

    RolesController(Roles roles, Workplaces workplaces) {
        this.roles = roles;
        this.workplaces = workplaces;
    }

    @GetMapping
    @May(Permission.ACCOUNT_MANAGE)
    String index(Model model) {
        model.addAttribute("roles", roles.all());
        return "identity/role/index";
    }

    @GetMapping("/{key}")
    @May(Permission.ACCOUNT_MANAGE)
    String edit(@PathVariable String key, Model model) {
        model.addAttribute("role", roles.find(key).orElseThrow(Refusal::notThere));
        model.addAttribute("units", workplaces.units());
        return "identity/role/edit";
    }

    @PostMapping("/{key}/scope")
    @May(Permission.ACCOUNT_MANAGE)
    String reach(
            @PathVariable String key,
            @RequestParam String scope,
            @RequestParam(defaultValue = "") List<UUID> unit,
            Account account,
            RedirectAttributes next) {
        if (roles.find(key).isEmpty()) {
            throw Refusal.notThere();
        }
        if (!workplaces.units().keySet().containsAll(unit)) {
            throw Refusal.invalid("/unit", "{identity.scope-units-missing}");
        }
        roles.reach(key, scope, unit, account.id());
        next.addFlashAttribute("flash", "{identity.saved}");
        return "redirect:/administration/roles";
    }
}

package zhangfa.identity.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.identity.AccountDesk;
import zhangfa.identity.Permission;
import zhangfa.identity.role.Roles;

/** All accounts, for the administrator: roles, activation links, shutting and opening. */
@Controller
@RequestMapping("/administration/accounts")
class AccountsController {

    private final AccountRows rows;
    private final AccountDesk desk;
    private final Activations activations;
    private final Roles roles;

    AccountsController(AccountRows rows, AccountDesk desk, Activations activations, Roles roles) {
        this.rows = rows;
        this.desk = desk;
        this.activations = activations;
        this.roles = roles;
    }

    @GetMapping
    @May(Permission.ACCOUNT_MANAGE)
    String index(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var chosen = status == null || status.isBlank() ? null : status;
        model.addAttribute("accounts", rows.list(chosen, q.replace("\0", "").strip(), Window.of(null, after)));
        model.addAttribute("filter", new AccountFilter(chosen, q));
        return "identity/account/index";
    }

    @GetMapping("/{id}")
    @May(Permission.ACCOUNT_MANAGE)
    String show(@PathVariable UUID id, Account account, Model model) {
        model.addAttribute("row", rows.find(id).orElseThrow(Refusal::notThere));
        model.addAttribute("roles", roles.all());
        model.addAttribute("isOneself", account.id().equals(id));
        model.addAttribute("link", model.getAttribute("link") instanceof String link ? link : "");
        return "identity/account/show";
    }

    @PostMapping("/{id}/roles")
    @May(Permission.ACCOUNT_MANAGE)
    String giveRoles(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> role,
            Account account,
            RedirectAttributes next) {
        if (!role.stream().allMatch(key -> roles.find(key).isPresent())) {
            throw Refusal.invalid("/role", "{identity.role-unknown}");
        }
        return changed(
                id, next, () -> desk.giveRoles(id, role.stream().distinct().toList(), account.id()));
    }

    @PostMapping("/{id}/deactivation")
    @May(Permission.ACCOUNT_MANAGE)
    String deactivate(@PathVariable UUID id, Account account, RedirectAttributes next) {
        return changed(id, next, () -> desk.deactivate(id, account.id()));
    }

    @PostMapping("/{id}/reactivation")
    @May(Permission.ACCOUNT_MANAGE)
    String reactivate(@PathVariable UUID id, Account account, RedirectAttributes next) {
        return changed(id, next, () -> desk.reactivate(id, account.id()));
    }

    @PostMapping("/{id}/activation")
    @May(Permission.ACCOUNT_MANAGE)
    String makeLink(@PathVariable UUID id, RedirectAttributes next) {
        refuseUnless(rows.find(id).filter(row -> !row.isDeactivated()).isPresent());
        var base = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        next.addFlashAttribute("link", base + activations.pathFor(id));
        return "redirect:/administration/accounts/" + id;
    }

    private String changed(UUID id, RedirectAttributes next, Runnable change) {
        refuseUnless(rows.find(id).isPresent());
        change.run();
        next.addFlashAttribute("flash", "{identity.saved}");
        return "redirect:/administration/accounts/" + id;
    }

    private static void refuseUnless(boolean there) {
        if (!there) {
            throw Refusal.notThere();
        }
    }
}

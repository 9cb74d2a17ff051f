package zhangfa.directory.link;

import java.util.Locale;
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
import zhangfa.directory.provider.Providers;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.identity.Permission;

/** The outside identities of an account, for the administrator. */
@Controller
@RequestMapping("/administration/accounts/{id}/identities")
class AccountIdentitiesController {

    private final Identities identities;
    private final LinkDesk desk;
    private final Accounts accounts;
    private final Providers providers;

    AccountIdentitiesController(Identities identities, LinkDesk desk, Accounts accounts, Providers providers) {
        this.identities = identities;
        this.desk = desk;
        this.accounts = accounts;
        this.providers = providers;
    }

    @GetMapping
    @May(Permission.ACCOUNT_MANAGE)
    String index(@PathVariable UUID id, Locale language, Model model) {
        model.addAttribute(
                "account", accounts.withId(id).orElseThrow(Refusal::notThere).name());
        model.addAttribute("id", id);
        model.addAttribute("identities", identities.of(id, language));
        model.addAttribute("providers", providers.all());

        return "directory/link/account";
    }

    @PostMapping
    @May(Permission.ACCOUNT_MANAGE)
    String link(
            @PathVariable UUID id,
            @RequestParam UUID provider,
            @RequestParam String subject,
            Account who,
            RedirectAttributes next) {
        desk.link(id, provider, subject, who);
        next.addFlashAttribute("flash", "{directory.linked}");
        return "redirect:/administration/accounts/" + id + "/identities";
    }

    @PostMapping("/{provider}/removal")
    @May(Permission.ACCOUNT_MANAGE)
    String unlink(@PathVariable UUID id, @PathVariable UUID provider, Account who, RedirectAttributes next) {
        desk.unlink(id, provider, who);
        next.addFlashAttribute("flash", "{directory.unlinked}");
        return "redirect:/administration/accounts/" + id + "/identities";
    }
}

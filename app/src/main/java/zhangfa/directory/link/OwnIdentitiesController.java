package zhangfa.directory.link;

import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;

/** One's own outside identities: which there are, ending one, adding one. */
@Controller
@RequestMapping("/me/identities")
class OwnIdentitiesController {

    private final Identities identities;
    private final Links links;

    OwnIdentitiesController(Identities identities, Links links) {
        this.identities = identities;
        this.links = links;
    }

    @GetMapping
    @SignedIn
    String index(Account account, Locale language, Model model) {
        model.addAttribute("identities", identities.of(account.id(), language));
        model.addAttribute("open", identities.open(account.id()));

        return "directory/link/own";
    }

    @PostMapping("/{provider}/removal")
    @SignedIn
    String unlink(@PathVariable UUID provider, Account account, RedirectAttributes next) {
        links.unlink(provider, account.id(), account.id());
        next.addFlashAttribute("flash", "{directory.unlinked}");
        return "redirect:/me/identities";
    }
}

package zhangfa.directory.contact;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
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
import zhangfa.api.Words;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Providers;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.ui.Faults;

/** The pages on which contacts are compared and taken in. */
@Controller
@RequestMapping("/administration/providers/{id}/contacts")
class ContactController {

    private final ContactDesk desk;
    private final Snapshots snapshots;
    private final Providers providers;
    private final Words words;

    ContactController(ContactDesk desk, Snapshots snapshots, Providers providers, Words words) {
        this.desk = desk;
        this.snapshots = snapshots;
        this.providers = providers;
        this.words = words;
    }

    @GetMapping
    @May(Permission.ORGANIZATION_MANAGE)
    String index(@PathVariable UUID id, Model model) {
        return page(provider(id), Faults.NONE, model);
    }

    @PostMapping
    @May(Permission.ORGANIZATION_MANAGE)
    String compare(@PathVariable UUID id, Account who, Model model, HttpServletResponse response) {
        var provider = provider(id);
        try {
            var contacts = desk.fetch(provider);
            var snapshot = snapshots.keep(id, contacts, who.id());
            model.addAttribute("preview", Preview.of(snapshot, desk.plan(provider, contacts), words));
            model.addAttribute("provider", provider);
            return "directory/contact/preview";
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return page(provider, Faults.of(refusal, words), model);
        }
    }

    @PostMapping("/{snapshot}/execution")
    @May(Permission.ORGANIZATION_MANAGE)
    String take(
            @PathVariable UUID id,
            @PathVariable UUID snapshot,
            @RequestParam(defaultValue = "") Set<UUID> end,
            Account who,
            RedirectAttributes next) {
        var provider = provider(id);
        var plan = desk.take(provider, snapshots.fetch(snapshot, id, who.id()), end, who);
        next.addFlashAttribute(
                "flash", "{directory.contact.taken|" + plan.differences().size() + "}");
        return "redirect:/administration/providers/" + id + "/contacts";
    }

    private Provider provider(UUID id) {
        return providers
                .withId(id)
                .filter(provider -> provider.kind().isPlatform())
                .orElseThrow(Refusal::notThere);
    }

    private static String page(Provider provider, Faults faults, Model model) {
        model.addAttribute("provider", provider);
        model.addAttribute("faults", faults);
        return "directory/contact/index";
    }
}

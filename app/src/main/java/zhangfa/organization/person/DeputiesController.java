package zhangfa.organization.person;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;

/** Deputies on the page of a person. */
@Controller
@RequestMapping("/organization/people/{id}/deputies")
class DeputiesController {

    private final DeputyDesk desk;

    DeputiesController(DeputyDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @SignedIn
    String name(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String deputy,
            @RequestParam(defaultValue = DeputyDesk.EVERYTHING) String scope,
            @RequestParam LocalDate from,
            @RequestParam LocalDate through,
            Account account,
            RedirectAttributes next) {
        desk.name(id, new DeputyDesk.Wish(deputy, scope, from, through), account);
        return saved(id, next);
    }

    @PostMapping("/{deputy}/withdrawal")
    @SignedIn
    String withdraw(@PathVariable UUID id, @PathVariable UUID deputy, Account account, RedirectAttributes next) {
        desk.withdraw(id, deputy, account);
        return saved(id, next);
    }

    private static String saved(UUID person, RedirectAttributes next) {
        next.addFlashAttribute("flash", "{organization.saved}");
        return "redirect:/organization/people/" + person;
    }
}

package zhangfa.organization.person;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;

/** Deputies are named by the person, or by whoever manages the organisation. */
@Controller
@RequestMapping("/organization/people/{id}/deputies")
class DeputiesController {

    private final DeputyDesk desk;
    private final Organization organization;

    DeputiesController(DeputyDesk desk, Organization organization) {
        this.desk = desk;
        this.organization = organization;
    }

    @PostMapping
    @SignedIn
    String name(
            @PathVariable UUID id,
            @RequestParam UUID deputy,
            @RequestParam LocalDate from,
            @RequestParam LocalDate through,
            Account account,
            RedirectAttributes next) {
        refuseOthers(id, account);
        if (organization.person(deputy).filter(Person::active).isEmpty()) {
            throw Refusal.invalid("/deputy", "{organization.person-unknown}");
        }
        desk.name(id, deputy, from, through, account.id());
        return saved(id, next);
    }

    @PostMapping("/{deputy}/withdrawal")
    @SignedIn
    String withdraw(@PathVariable UUID id, @PathVariable UUID deputy, Account account, RedirectAttributes next) {
        refuseOthers(id, account);
        desk.withdraw(id, deputy, account.id());
        return saved(id, next);
    }

    private void refuseOthers(UUID person, Account account) {
        if (organization.person(person).isEmpty()) {
            throw Refusal.notThere();
        }
        if (!account.id().equals(person) && !account.may(Permission.ORGANIZATION_MANAGE)) {
            throw Refusal.notAllowed();
        }
    }

    private static String saved(UUID person, RedirectAttributes next) {
        next.addFlashAttribute("flash", "{organization.saved}");
        return "redirect:/organization/people/" + person;
    }
}

package zhangfa.organization.person;

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
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.organization.PostLevel;
import zhangfa.organization.Succession;
import zhangfa.organization.history.Changes;

/** Everybody who works here, and the page of each. */
@Controller
@RequestMapping("/organization/people")
class PeopleController {

    private static final int CHOICES = 20;

    private final PersonRows rows;
    private final PersonDesk desk;
    private final Succession succession;
    private final PersonChoices choices;
    private final Organization organization;
    private final Changes changes;

    PeopleController(
            PersonRows rows,
            PersonDesk desk,
            Succession succession,
            PersonChoices choices,
            Organization organization,
            Changes changes) {
        this.rows = rows;
        this.desk = desk;
        this.succession = succession;
        this.choices = choices;
        this.organization = organization;
        this.changes = changes;
    }

    @GetMapping
    @SignedIn
    String index(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        model.addAttribute("people", rows.list(q, Window.of(null, after)));
        model.addAttribute("search", new PersonSearch(q));
        return "organization/person/index";
    }

    /** Active colleagues for a picker, the first few that fit. */
    @GetMapping("/choices")
    @SignedIn
    String choices(@RequestParam(defaultValue = "") String q, Model model) {
        var found = rows.list(q, Window.of(CHOICES, null)).items();
        model.addAttribute("people", found.stream().filter(PersonRow::active).toList());
        return "organization/person/choices";
    }

    /** One's own page; who is nobody here, such as an administrator, finds everybody. */
    @GetMapping("/me")
    @SignedIn
    String own(Account who) {
        return "redirect:/organization/people"
                + organization.person(who.id()).map(person -> "/" + person.id()).orElse("");
    }

    @GetMapping("/{id}")
    @SignedIn
    String show(@PathVariable UUID id, Account who, Model model) {
        model.addAttribute("person", rows.details(id).orElseThrow(Refusal::notThere));
        model.addAttribute("passesOn", succession.mayPassOn(who, id));
        model.addAttribute("choices", choices.now());
        model.addAttribute("history", changes.of(id));
        return "organization/person/show";
    }

    @PostMapping("/{id}/assignment")
    @May(Permission.ORGANIZATION_MANAGE)
    String move(
            @PathVariable UUID id,
            @RequestParam UUID unit,
            @RequestParam(defaultValue = "") String position,
            @RequestParam PostLevel level,
            Account account,
            RedirectAttributes next) {
        if (organization.unit(unit).isEmpty()) {
            throw Refusal.invalid("/unit", "{organization.unit-unknown}");
        }
        if (!position.isEmpty() && !choices.now().positions().containsKey(position)) {
            throw Refusal.invalid("/position", "{organization.position-unknown}");
        }
        desk.move(id, unit, position.isEmpty() ? null : position, level, account.id());
        next.addFlashAttribute("flash", "{organization.saved}");
        return "redirect:/organization/people/" + id;
    }
}

package zhangfa.organization.unit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;
import zhangfa.organization.history.Changes;

/** The organisation chart and the page of each unit. */
@Controller
class UnitsController {

    private final Organization organization;
    private final OrgChart chart;
    private final UnitDesk desk;
    private final Changes changes;

    UnitsController(Organization organization, OrgChart chart, UnitDesk desk, Changes changes) {
        this.organization = organization;
        this.chart = chart;
        this.desk = desk;
        this.changes = changes;
    }

    @GetMapping("/organization")
    @SignedIn
    String index(Model model) {
        model.addAttribute("roots", chart.roots());
        return "organization/unit/index";
    }

    @GetMapping("/organization/units/{id}")
    @SignedIn
    String show(@PathVariable UUID id, Model model) {
        var unit = organization.unit(id).orElseThrow(Refusal::notThere);
        model.addAttribute("node", chart.node(unit));
        model.addAttribute("line", organization.lineOf(id).reversed());
        model.addAttribute("history", changes.of(id));
        model.addAttribute("choices", UnitChoices.of(organization, unit));
        return "organization/unit/show";
    }

    @PostMapping("/organization/units/{id}/name")
    @May(Permission.ORGANIZATION_MANAGE)
    String rename(@PathVariable UUID id, @RequestParam String name, Account account, RedirectAttributes next) {
        desk.rename(id, name, account.id());
        return saved(id, next);
    }

    @PostMapping("/organization/units/{id}/parent")
    @May(Permission.ORGANIZATION_MANAGE)
    String move(@PathVariable UUID id, @RequestParam UUID parent, Account account, RedirectAttributes next) {
        desk.move(id, parent, account.id());
        return saved(id, next);
    }

    @PostMapping("/organization/units/{id}/head")
    @May(Permission.ORGANIZATION_MANAGE)
    String appoint(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID person,
            Account account,
            RedirectAttributes next) {
        if (person != null
                && organization.person(person).filter(one -> one.active()).isEmpty()) {
            throw Refusal.invalid("/person", "{organization.person-unknown}");
        }
        desk.appointHead(id, person, account.id());
        return saved(id, next);
    }

    @PostMapping("/organization/units/{id}/units")
    @May(Permission.ORGANIZATION_MANAGE)
    String found(@PathVariable UUID id, @RequestParam String name, Account account, RedirectAttributes next) {
        var parent = organization.unit(id).orElseThrow(Refusal::notThere);
        return saved(
                desk.found(UnitKeys.fresh(), UnitNames.checked(name), id, parent.legalEntity(), account.id()), next);
    }

    @PostMapping("/organization/units/{id}/closure")
    @May(Permission.ORGANIZATION_MANAGE)
    String close(@PathVariable UUID id, Account account, RedirectAttributes next) {
        var parent = organization.unit(id).map(Unit::parent).orElseThrow(Refusal::notThere);
        desk.close(id, account.id());
        return saved(parent, next);
    }

    private static String saved(UUID unit, RedirectAttributes next) {
        next.addFlashAttribute("flash", "{organization.saved}");
        return "redirect:/organization/units/" + unit;
    }
}

package zhangfa.organization.unit;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.ui.Faults;

/** The first step of a new installation: the company in law, and the unit at the top. */
@Controller
class CompanyController {

    private final Organization organization;
    private final UnitDesk desk;
    private final Words words;

    CompanyController(Organization organization, UnitDesk desk, Words words) {
        this.organization = organization;
        this.desk = desk;
        this.words = words;
    }

    @GetMapping("/organization/company")
    @May(Permission.ORGANIZATION_MANAGE)
    String edit(Model model) {
        if (organization.units().findAny().isPresent()) {
            return "redirect:/organization";
        }
        return page("", "", Faults.NONE, model);
    }

    @PostMapping("/organization/company")
    @May(Permission.ORGANIZATION_MANAGE)
    String found(
            @RequestParam("legal_entity") String legalEntity,
            @RequestParam String name,
            Account account,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            if (legalEntity.isBlank() || legalEntity.length() > 100) {
                throw Refusal.invalid("/legal_entity", "{organization.company-missing}");
            }
            desk.foundCompany(legalEntity.strip(), UnitNames.checked(name), account.id());
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return page(legalEntity, name, Faults.of(refusal, words), model);
        }
        next.addFlashAttribute("flash", "{organization.saved}");
        return "redirect:/setup";
    }

    private static String page(String legalEntity, String name, Faults faults, Model model) {
        model.addAttribute("legalEntity", legalEntity);
        model.addAttribute("name", name);
        model.addAttribute("faults", faults);
        return "organization/unit/company";
    }
}

package zhangfa.rulebook.obligation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.process.Processes;
import zhangfa.ui.Faults;

/** All obligations, and where the company lays down its own. */
@Controller
@RequestMapping("/rulebook/obligations/list")
class ObligationController {

    private static final String HERE = "redirect:/rulebook/obligations/list";

    private final Obligations obligations;
    private final ObligationDesk desk;
    private final Organization organization;
    private final Processes processes;
    private final Words words;

    ObligationController(
            Obligations obligations, ObligationDesk desk, Organization organization, Processes processes, Words words) {
        this.obligations = obligations;
        this.desk = desk;
        this.organization = organization;
        this.processes = processes;
        this.words = words;
    }

    @GetMapping
    @May(Permission.RULEBOOK_MANAGE)
    String index(Model model) {
        model.addAttribute("obligations", obligations.inForce());
        model.addAttribute("positions", organization.positions());
        return "rulebook/obligation/index";
    }

    @GetMapping("/new")
    @May(Permission.RULEBOOK_MANAGE)
    String begin(Model model) {
        return form(null, ObligationForm.EMPTY, Faults.NONE, model);
    }

    @PostMapping
    @May(Permission.RULEBOOK_MANAGE)
    String add(ObligationForm form, Account who, Model model, HttpServletResponse response, RedirectAttributes next) {
        try {
            desk.add(form, who.id());
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return form(null, form, Faults.of(refusal, words), model);
        }
        next.addFlashAttribute("flash", "{rulebook.obligation.written}");
        return HERE;
    }

    @GetMapping("/{key}/edit")
    @May(Permission.RULEBOOK_MANAGE)
    String edit(@PathVariable String key, Model model) {
        return form(key, ObligationForm.of(own(key)), Faults.NONE, model);
    }

    @PostMapping("/{key}")
    @May(Permission.RULEBOOK_MANAGE)
    String change(
            @PathVariable String key,
            ObligationForm form,
            Account who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            desk.change(key, form, who.id());
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            var seen = refusal.kind() == Refusal.Kind.CONFLICT ? form.at(own(key).revision()) : form;
            return form(key, seen, Faults.of(refusal, words), model);
        }
        next.addFlashAttribute("flash", "{rulebook.obligation.written}");
        return HERE;
    }

    @PostMapping("/{key}/removal")
    @May(Permission.RULEBOOK_MANAGE)
    String remove(@PathVariable String key, Account who, RedirectAttributes next) {
        desk.remove(key, who.id());
        next.addFlashAttribute("flash", "{rulebook.obligation.removed}");
        return HERE;
    }

    private Obligation own(String key) {
        return obligations.find(key).filter(Obligation::isOwn).orElseThrow(Refusal::notThere);
    }

    private String form(@Nullable String key, ObligationForm form, Faults faults, Model model) {
        var positions = organization.positions();
        var owners = new LinkedHashMap<String, String>();
        owners.put(ObligationForm.UNIT_HEAD, words.say("{rulebook.obligation.unit-head}"));
        owners.putAll(positions);
        var verifiers = new LinkedHashMap<String, String>();
        verifiers.put("", words.say("{rulebook.obligation.nobody}"));
        verifiers.putAll(positions);
        model.addAttribute("key", key);
        model.addAttribute("form", form);
        model.addAttribute("owners", owners);
        model.addAttribute("verifiers", verifiers);
        model.addAttribute("processes", processes.names());
        model.addAttribute("places", desk.named(form));
        model.addAttribute("faults", faults);
        return "rulebook/obligation/edit";
    }
}

package zhangfa.register.schema;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import zhangfa.api.SignedIn;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.register.FieldKind;
import zhangfa.register.State;
import zhangfa.register.schema.RegisterForm.FieldLine;
import zhangfa.register.schema.RegisterForm.StateLine;
import zhangfa.ui.Faults;

/** The registers that one may read, and where they are made and changed. */
@Controller
@RequestMapping("/registers")
class RegisterController {

    private final Registers registers;
    private final RegisterDesk desk;
    private final Organization organization;
    private final Words words;

    RegisterController(Registers registers, RegisterDesk desk, Organization organization, Words words) {
        this.registers = registers;
        this.desk = desk;
        this.organization = organization;
        this.words = words;
    }

    /** Who makes registers sees them all, and the records only of those that they may read. */
    @GetMapping
    @SignedIn
    String index(Account who, Model model) {
        var makes = who.may(Permission.RULEBOOK_MANAGE);
        model.addAttribute("makes", makes);
        model.addAttribute(
                "registers",
                registers.all().stream()
                        .filter(register -> makes || registers.isReadBy(register, who))
                        .toList());
        return "register/schema/index";
    }

    @GetMapping("/new")
    @May(Permission.RULEBOOK_MANAGE)
    String begin(Model model) {
        return form(null, empty(), Faults.NONE, model);
    }

    @PostMapping
    @May(Permission.RULEBOOK_MANAGE)
    String make(RegisterForm form, Account who, Model model, HttpServletResponse response, RedirectAttributes next) {
        try {
            var register = desk.make(form, who.id());
            next.addFlashAttribute("flash", "{register.made}");
            return "redirect:" + (registers.isReadBy(register, who) ? register.href() : "/registers");
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return form(null, form, Faults.of(refusal, words), model);
        }
    }

    @GetMapping("/{key}/definition")
    @May(Permission.RULEBOOK_MANAGE)
    String edit(@PathVariable String key, Model model) {
        var register = registers.find(key).orElseThrow(Refusal::notThere);
        return form(register, RegisterForm.of(register), Faults.NONE, model);
    }

    @PostMapping("/{key}/definition")
    @May(Permission.RULEBOOK_MANAGE)
    String change(
            @PathVariable String key,
            RegisterForm form,
            Account who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            desk.change(key, form, who.id());
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return form(registers.find(key).orElseThrow(Refusal::notThere), form, Faults.of(refusal, words), model);
        }
        next.addFlashAttribute("flash", "{register.changed}");
        return "redirect:/registers";
    }

    private String form(@Nullable Register register, RegisterForm form, Faults faults, Model model) {
        var targets = new LinkedHashMap<String, String>();
        registers.all().forEach(other -> targets.put(other.key(), other.name()));
        model.addAttribute(
                "draft", new Drawing(register, form, targets, organization.positions(), kinds(), categories()));
        model.addAttribute("faults", faults);
        return "register/schema/edit";
    }

    private Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        for (var kind : FieldKind.values()) {
            kinds.put(kind.word(), words.say("{register.kind." + kind.word() + "}"));
        }
        return kinds;
    }

    private Map<String, String> categories() {
        var categories = new LinkedHashMap<String, String>();
        for (var category : State.Category.values()) {
            categories.put(category.word(), words.say("{register.category." + category.word() + "}"));
        }
        return categories;
    }

    /** A line to begin with, and the two states that most registers have. */
    private RegisterForm empty() {
        return new RegisterForm(
                0,
                "",
                "",
                List.of(new FieldLine(null, "", "text", true, false, "", null)),
                List.of(
                        new StateLine(null, words.say("{register.state.open}"), "open"),
                        new StateLine(null, words.say("{register.state.done}"), "done")),
                true,
                List.of(),
                true,
                List.of());
    }
}

package zhangfa.rulebook.control;

import jakarta.servlet.http.HttpServletResponse;
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
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.process.Processes;
import zhangfa.ui.Faults;

/** All controls, and where the company writes its own and tries them out. */
@Controller
@RequestMapping("/rulebook/controls")
class ControlPages {

    private final Controls controls;
    private final OwnControls own;
    private final ControlDesk desk;
    private final ControlRoom room;
    private final Facts facts;
    private final Processes processes;
    private final Words words;

    ControlPages(
            Controls controls,
            OwnControls own,
            ControlDesk desk,
            ControlRoom room,
            Facts facts,
            Processes processes,
            Words words) {
        this.controls = controls;
        this.own = own;
        this.desk = desk;
        this.room = room;
        this.facts = facts;
        this.processes = processes;
        this.words = words;
    }

    @GetMapping
    @May(Permission.RULEBOOK_MANAGE)
    String index(Model model) {
        model.addAttribute("controls", controls.states());
        return "rulebook/control/index";
    }

    @GetMapping("/new")
    @May(Permission.RULEBOOK_MANAGE)
    String begin(Model model) {
        return form(null, ControlForm.EMPTY, Faults.NONE, model);
    }

    /** Asks once, and keeps nothing. */
    @PostMapping("/trial")
    @May(Permission.RULEBOOK_MANAGE)
    String tryOut(@RequestParam(defaultValue = "") String query, Account who, Model model) {
        var run = room.tryOut(query);
        var failure = run.failure() == null ? null : words.say(run.failure());
        model.addAttribute("trial", Trial.of(run, failure, who.may(Permission.CASE_INSPECT)));
        return "rulebook/control/trial";
    }

    /** Writes the query for what is asked again and again; nothing is kept. */
    @PostMapping("/pattern")
    @May(Permission.RULEBOOK_MANAGE)
    String write(PatternForm form, Model model) {
        try {
            return question(form.written(processes.names().keySet()), Faults.NONE, model);
        } catch (Refusal refusal) {
            return question(form, Faults.of(refusal, words), model);
        }
    }

    @PostMapping
    @May(Permission.RULEBOOK_MANAGE)
    String add(ControlForm form, Account who, Model model, HttpServletResponse response, RedirectAttributes next) {
        try {
            room.ask(desk.add(form, who.id()));
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return form(null, form, Faults.of(refusal, words), model);
        }
        next.addFlashAttribute("flash", "{rulebook.control.written}");
        return "redirect:/rulebook/controls";
    }

    @GetMapping("/{key}/edit")
    @May(Permission.RULEBOOK_MANAGE)
    String edit(@PathVariable String key, Model model) {
        return form(key, own.find(key).orElseThrow(Refusal::notThere).form(), Faults.NONE, model);
    }

    @PostMapping("/{key}")
    @May(Permission.RULEBOOK_MANAGE)
    String change(
            @PathVariable String key,
            ControlForm form,
            Account who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            desk.change(key, form, who.id());
            room.ask(key);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            var present = own.find(key).orElseThrow(Refusal::notThere);
            var seen = refusal.kind() == Refusal.Kind.CONFLICT ? form.at(present.revision()) : form;
            return form(key, seen, Faults.of(refusal, words), model);
        }
        next.addFlashAttribute("flash", "{rulebook.control.written}");
        return "redirect:/rulebook/controls";
    }

    @PostMapping("/{key}/removal")
    @May(Permission.RULEBOOK_MANAGE)
    String remove(@PathVariable String key, Account who, RedirectAttributes next) {
        desk.remove(key, who.id());
        next.addFlashAttribute("flash", "{rulebook.control.removed}");
        return "redirect:/rulebook/controls";
    }

    private String form(@Nullable String key, ControlForm form, Faults faults, Model model) {
        model.addAttribute("key", key);
        model.addAttribute("form", form);
        model.addAttribute("positions", desk.positions());
        model.addAttribute("places", desk.named(form));
        model.addAttribute("facts", facts.all());
        question(PatternForm.EMPTY.with(form.query()), faults, model);
        return "rulebook/control/edit";
    }

    private String question(PatternForm pattern, Faults faults, Model model) {
        model.addAttribute("pattern", pattern);
        model.addAttribute("processes", processes.names());
        model.addAttribute("faults", faults);
        return "rulebook/control/question";
    }
}

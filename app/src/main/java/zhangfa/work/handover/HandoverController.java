package zhangfa.work.handover;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.process.Handover;
import zhangfa.ui.Faults;
import zhangfa.work.inbox.Outcome;
import zhangfa.work.inbox.Rows;

/** The page on which all that lies with somebody is passed on: what it is first, what became of it afterwards. */
@Controller
@RequestMapping("/handovers/{person}")
class HandoverController {

    private final HandoverDesk desk;
    private final Rows rows;
    private final Words words;

    HandoverController(HandoverDesk desk, Rows rows, Words words) {
        this.desk = desk;
        this.rows = rows;
        this.words = words;
    }

    @GetMapping
    @SignedIn
    String show(@PathVariable UUID person, Account who, Model model) {
        return page(person, List.of(), Faults.NONE, who, model);
    }

    @PostMapping
    @SignedIn
    String pass(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean leaves,
            @RequestParam(required = false) @Nullable String comment,
            Account who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            var outcomes = desk.pass(person, to, leaves, comment, who).stream()
                    .map(this::outcome)
                    .toList();
            if (outcomes.isEmpty()) {
                after.addFlashAttribute("flash", words.say("{work.did.handover|" + rows.nameOf(to) + "}"));
                return "redirect:/organization/people/" + person;
            }
            return page(person, outcomes, Faults.NONE, who, model);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            response.setStatus(refusal.kind().status());
            return page(person, List.of(), Faults.of(refusal, words), who, model);
        }
    }

    private String page(UUID person, List<Outcome> outcomes, Faults faults, Account who, Model model) {
        var estate = desk.of(person, who);
        model.addAttribute(
                "handover",
                new HandoverPage(
                        person,
                        estate.person().name(),
                        estate.tasks().stream()
                                .map(task -> new HandoverPage.Row(task.number(), task.process(), task.step()))
                                .toList(),
                        estate.leads(),
                        estate.mayLeave()));
        model.addAttribute("outcomes", outcomes);
        model.addAttribute("faults", faults);
        return "work/handover/show";
    }

    private Outcome outcome(Handover.Moved moved) {
        var task = moved.task();
        var refusal = moved.refusal();
        var to = moved.to();
        return new Outcome(
                task.process() + " · " + task.number(),
                null,
                refusal == null,
                words.say(
                        refusal != null
                                ? refusal.detail()
                                : "{work.handover.moved|" + (to == null ? "" : rows.name(to)) + "}"));
    }
}

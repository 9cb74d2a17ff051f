package zhangfa.work.incident;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.process.CaseControl;
import zhangfa.process.Cases;
import zhangfa.process.Choices;
import zhangfa.process.Choices.Place;
import zhangfa.process.Reading;
import zhangfa.work.casefile.CaseReply;
import zhangfa.work.casefile.Typed;

/** On the page of a case: where it stopped, the cases around it, and what its owner does by hand, always with a reason. */
@Controller
@RequestMapping("/cases/{id}")
class OwnerController {

    private final Cases cases;
    private final CaseControl control;
    private final Choices choices;
    private final Reading reading;
    private final Troubles troubles;
    private final CaseReply reply;

    OwnerController(
            Cases cases, CaseControl control, Choices choices, Reading reading, Troubles troubles, CaseReply reply) {
        this.cases = cases;
        this.control = control;
        this.choices = choices;
        this.reading = reading;
        this.troubles = troubles;
        this.reply = reply;
    }

    @GetMapping("/standing")
    @SignedIn
    String standing(@PathVariable UUID id, Account who, Model model) {
        var file = reading.caseFile(who, id);
        model.addAttribute(
                "standing",
                Standing.of(
                        file,
                        reading.kin(who, id),
                        troubles.ofCase(who, file),
                        choices.of(who, file),
                        troubles.steps(file)));
        return "work/incident/standing";
    }

    @PostMapping("/choices/{place}")
    @SignedIn
    ModelAndView choose(
            @PathVariable UUID id,
            @PathVariable int place,
            @RequestParam(required = false) @Nullable String activity,
            Account who,
            RedirectAttributes after) {
        return reply.to(
                who, id, Typed.NOTHING, activity == null ? "{work.did.leave}" : "{work.did.activate}", after, () -> {
                    if (activity == null) {
                        choices.leave(who, id, new Place(place), null, null);
                    } else {
                        choices.activate(who, id, new Place(place), activity, null, null);
                    }
                });
    }

    @PostMapping("/jump")
    @SignedIn
    ModelAndView jump(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID task,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(name = "why", defaultValue = "") String why,
            Account who,
            RedirectAttributes after) {
        return reply.to(who, id, Typed.NOTHING, "{work.did.jump}", after, () -> {
            checkReason(to, why);
            var open = reading.caseFile(who, id).openTasks().stream()
                    .filter(one -> task == null || one.id().equals(task))
                    .findFirst()
                    .orElseThrow(() -> Refusal.conflict("{process.stale}"));
            cases.act(who, open.id(), new Cases.Deed("jump", Map.of(), why, to, List.of(), null, null, null));
        });
    }

    @PostMapping("/reopening")
    @SignedIn
    ModelAndView reopen(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(name = "why", defaultValue = "") String why,
            Account who,
            RedirectAttributes after) {
        return reply.to(who, id, Typed.NOTHING, "{work.did.reopen}", after, () -> {
            checkReason(to, why);
            control.reopen(who, id, to, why, null);
        });
    }

    /** What is done by hand is done with a reason. */
    static void checkReason(String to, String why) {
        if (to.isBlank() || why.isBlank()) {
            throw Refusal.invalid(to.isBlank() ? "/to" : "/why", "{form.required}");
        }
    }
}

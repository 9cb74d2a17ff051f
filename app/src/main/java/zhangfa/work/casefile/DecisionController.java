package zhangfa.work.casefile;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.process.CaseControl;
import zhangfa.process.Cases;
import zhangfa.process.Reading;
import zhangfa.process.TaskItem;
import zhangfa.work.form.FormInput;

/** Where people decide: on a task, and on a whole case of their own. */
@Controller
class DecisionController {

    /** With these the form is filled in; what else one does to a task leaves it as it is. */
    private static final Set<String> AGREEING = Set.of("approve", "complete");

    /** What is sent together with the form, so that what was typed there is not lost where it is refused. */
    private static final Set<String> WITH_FORM = Set.of("approve", "complete", "return", "reject");

    private final Cases cases;
    private final CaseControl control;
    private final Reading reading;
    private final CaseReply reply;

    DecisionController(Cases cases, CaseControl control, Reading reading, CaseReply reply) {
        this.cases = cases;
        this.control = control;
        this.reading = reading;
        this.reply = reply;
    }

    @GetMapping("/tasks/{task}")
    @SignedIn
    String show(@PathVariable UUID task, Account who) {
        return "redirect:/cases/" + reading.task(who, task).of().id();
    }

    @PostMapping("/tasks/{task}/decision")
    @SignedIn
    ModelAndView decide(
            @PathVariable UUID task,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "") List<String> who,
            @RequestParam(required = false) @Nullable String how,
            Account account,
            HttpServletRequest request,
            RedirectAttributes after) {
        var item = reading.task(account, task);
        var form = WITH_FORM.contains(action) ? written(item, request.getParameterMap()) : null;
        var agrees = AGREEING.contains(action);
        var nominees = NomineeField.read(request.getParameterMap());
        var deed = new Cases.Deed(
                action,
                form != null && agrees ? form : Map.of(),
                comment,
                blankless(to),
                who,
                blankless(how),
                null,
                agrees ? nominees : Map.of(),
                null);
        var typed = new Typed(task, form, comment, nominees);
        return reply.to(
                account,
                item.of().id(),
                typed,
                "{work.did." + deed.action() + "}",
                after,
                () -> cases.act(account, task, deed));
    }

    /** What came with it of the form, as far as the step may write it. */
    private static Map<String, Object> written(TaskItem task, Map<String, String[]> sent) {
        var form = new LinkedHashMap<>(FormInput.read(task.schema(), sent));
        form.keySet().removeIf(field -> !task.writes(field));
        return form;
    }

    @PostMapping("/cases/{id}/cancellation")
    @SignedIn
    ModelAndView cancel(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String comment,
            Account who,
            RedirectAttributes after) {
        return reply.to(who, id, Typed.NOTHING, "{work.did.cancel}", after, () -> cases.cancel(who, id, comment, null));
    }

    @PostMapping("/cases/{id}/control")
    @SignedIn
    ModelAndView control(@PathVariable UUID id, @RequestParam String action, Account who, RedirectAttributes after) {
        return reply.to(who, id, Typed.NOTHING, "{work.did." + action + "}", after, () -> {
            switch (action) {
                case "suspend" -> control.suspend(who, id, null, null);
                case "resume" -> control.resume(who, id, null, null);
                default -> throw Refusal.notThere();
            }
        });
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

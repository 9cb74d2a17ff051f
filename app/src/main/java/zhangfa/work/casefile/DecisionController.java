package zhangfa.work.casefile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.process.CaseControl;
import zhangfa.process.CaseTalk;
import zhangfa.process.Cases;
import zhangfa.process.Reading;
import zhangfa.process.TaskItem;
import zhangfa.work.form.FormInput;

/** Where people decide: on a task, and on a whole case of their own. */
@Controller
class DecisionController {

    /** With these the form is filled in; what else one does to a task leaves it as it is. */
    private static final Set<String> AGREEING = Set.of("approve", "complete");

    private final Cases cases;
    private final CaseTalk talk;
    private final CaseControl control;
    private final Reading reading;
    private final RefusedPage refused;
    private final Words words;

    DecisionController(
            Cases cases, CaseTalk talk, CaseControl control, Reading reading, RefusedPage refused, Words words) {
        this.cases = cases;
        this.talk = talk;
        this.control = control;
        this.reading = reading;
        this.refused = refused;
        this.words = words;
    }

    @GetMapping("/tasks/{task}")
    @SignedIn
    String show(@PathVariable UUID task, Account who) {
        return "redirect:/cases/" + reading.task(who, task).of().id();
    }

    @PostMapping("/tasks/{task}/decision")
    @SignedIn
    String decide(
            @PathVariable UUID task,
            @RequestParam String action,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "") List<String> who,
            @RequestParam(required = false) @Nullable String how,
            Account account,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        var item = reading.task(account, task);
        var form = AGREEING.contains(action) ? written(item, request.getParameterMap()) : Map.<String, Object>of();
        try {
            cases.act(
                    account,
                    task,
                    new Cases.Deed(action, form, comment, blankless(to), who, blankless(how), null, null));
            after.addFlashAttribute("flash", words.say("{work.did." + action + "}"));
            return "redirect:/cases/" + item.of().id();
        } catch (Refusal refusal) {
            return refused.page(
                    refusal, item.of().id(), form.isEmpty() ? null : form, account, locale, model, response);
        }
    }

    /** What came with it of the form, as far as the step may write it; the initiator who mends writes all of it. */
    private static Map<String, Object> written(TaskItem task, Map<String, String[]> sent) {
        var form = new LinkedHashMap<>(FormInput.read(task.schema(), sent));
        if (task.name() != null) {
            form.keySet().removeIf(field -> !task.writes(field));
        }
        return form;
    }

    @PostMapping("/cases/{id}/cancellation")
    @SignedIn
    String cancel(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String comment,
            Account who,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            cases.cancel(who, id, comment, null);
            after.addFlashAttribute("flash", words.say("{work.did.cancel}"));
            return "redirect:/cases/" + id;
        } catch (Refusal refusal) {
            return refused.page(refusal, id, null, who, locale, model, response);
        }
    }

    @PostMapping("/cases/{id}/control")
    @SignedIn
    String control(
            @PathVariable UUID id,
            @RequestParam String action,
            Account who,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            switch (action) {
                case "suspend" -> control.suspend(who, id, null, null);
                case "resume" -> control.resume(who, id, null, null);
                default -> throw Refusal.notThere();
            }
            after.addFlashAttribute("flash", words.say("{work.did." + action + "}"));
            return "redirect:/cases/" + id;
        } catch (Refusal refusal) {
            return refused.page(refusal, id, null, who, locale, model, response);
        }
    }

    @PostMapping("/cases/{id}/comments")
    @SignedIn
    String comment(@PathVariable UUID id, @RequestParam(defaultValue = "") String comment, Account who) {
        if (!comment.isBlank()) {
            talk.comment(who, id, comment.strip());
        }
        return "redirect:/cases/" + id + "#timeline";
    }

    @PostMapping("/cases/{id}/copies")
    @SignedIn
    String copy(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> who,
            Account account,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            talk.copyTo(account, id, who);
            after.addFlashAttribute("flash", words.say("{work.did.cc}"));
            return "redirect:/cases/" + id;
        } catch (Refusal refusal) {
            return refused.page(refusal, id, null, account, locale, model, response);
        }
    }

    @PostMapping("/cases/{id}/urging")
    @SignedIn
    String urge(
            @PathVariable UUID id,
            Account who,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            talk.urge(who, id, null);
            after.addFlashAttribute("flash", words.say("{work.did.urge}"));
            return "redirect:/cases/" + id;
        } catch (Refusal refusal) {
            return refused.page(refusal, id, null, who, locale, model, response);
        }
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

package zhangfa.work.incident;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.process.CaseControl;
import zhangfa.process.CaseFile;
import zhangfa.process.Incidents;
import zhangfa.process.Processes;
import zhangfa.process.Reading;
import zhangfa.ui.Faults;
import zhangfa.ui.Tried;
import zhangfa.work.form.FormInput;

/** One incident: what is wrong, the fields to correct, and moving on by hand. */
@Controller
@RequestMapping(TroubleFilter.HERE + "/{id}")
class IncidentController {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Incidents incidents;
    private final CaseControl control;
    private final Reading reading;
    private final Processes processes;
    private final Troubles troubles;
    private final Tried tried;
    private final Words words;

    IncidentController(
            Incidents incidents,
            CaseControl control,
            Reading reading,
            Processes processes,
            Troubles troubles,
            Tried tried,
            Words words) {
        this.incidents = incidents;
        this.control = control;
        this.reading = reading;
        this.processes = processes;
        this.troubles = troubles;
        this.tried = tried;
        this.words = words;
    }

    @GetMapping
    @SignedIn
    String show(@PathVariable String id, Account who, Locale locale, Model model) {
        model.addAttribute("mending", troubles.mending(who, id, locale, Faults.NONE, null, ""));
        return "work/incident/show";
    }

    @PostMapping("/retry")
    @SignedIn
    ModelAndView retry(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String data,
            Account who,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes after) {
        var file = reading.caseFile(who, incidents.incident(who, id).caseId());
        var schema = processes.describe(file.process()).form();
        var typed = FormInput.read(schema, request.getParameterMap());
        return tried.of(
                () -> {
                    var fields = schema == null ? fields(data) : changed(typed, file);
                    var outcome = incidents.retry(who, id, fields, comment, null);
                    after.addFlashAttribute(
                            "flash",
                            outcome.result().equals("resolved")
                                    ? words.say("{work.incident.resolved}")
                                    : words.say("{work.incident.again}") + " " + outcome.detail());
                    return "redirect:/cases/" + file.id();
                },
                faults -> again(troubles.mending(who, id, locale, faults, typed.isEmpty() ? null : typed, data)));
    }

    @PostMapping("/jump")
    @SignedIn
    ModelAndView jump(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(name = "why", defaultValue = "") String why,
            Account who,
            Locale locale,
            RedirectAttributes after) {
        return tried.of(
                () -> {
                    var incident = incidents.incident(who, id);
                    OwnerController.checkReason(to, why);
                    control.jump(who, incident.caseId(), incident.number(), to, why, null);
                    after.addFlashAttribute("flash", "{work.did.jump}");
                    return "redirect:/cases/" + incident.caseId();
                },
                faults -> again(troubles.mending(who, id, locale, faults, null, "")));
    }

    private static ModelAndView again(Object mending) {
        return new ModelAndView("work/incident/show", "mending", mending);
    }

    /** A form is sent as a whole; only what differs is a correction. */
    private static Map<String, Object> changed(Map<String, Object> typed, CaseFile file) {
        var changed = new LinkedHashMap<String, Object>();
        typed.forEach((name, value) -> {
            if (!JSON.valueToTree(value).equals(JSON.valueToTree(file.form().get(name)))) {
                changed.put(name, value);
            }
        });
        return changed;
    }

    /** Where a process has no form, fields are written as a JSON object. */
    private static Map<String, Object> fields(String data) {
        if (data.isBlank()) {
            return Map.of();
        }
        try {
            var object = JSON.readTree(data);
            if (object.isObject()) {
                return JSON.convertValue(
                        object,
                        JSON.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Object.class));
            }
        } catch (JacksonException notJson) {
            // Said below.
        }
        throw Refusal.invalid("/data", "{work.incident.no-json}");
    }
}

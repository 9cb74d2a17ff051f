package zhangfa.work.casefile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
import zhangfa.database.Keys;
import zhangfa.identity.Account;
import zhangfa.process.Cases;
import zhangfa.process.Drafts;
import zhangfa.process.Processes;
import zhangfa.process.Reading;
import zhangfa.ui.Faults;
import zhangfa.work.form.FormDrawing;
import zhangfa.work.form.FormInput;

/** Where a case is started: choose a process, fill in its form, see the route, hand in. */
@Controller
class StartController {

    private final Processes processes;
    private final Cases cases;
    private final Reading reading;
    private final Drafts drafts;
    private final FormDrawing forms;
    private final Routes routes;
    private final Words words;

    StartController(
            Processes processes,
            Cases cases,
            Reading reading,
            Drafts drafts,
            FormDrawing forms,
            Routes routes,
            Words words) {
        this.processes = processes;
        this.cases = cases;
        this.reading = reading;
        this.drafts = drafts;
        this.forms = forms;
        this.routes = routes;
        this.words = words;
    }

    @GetMapping("/start")
    @SignedIn
    String index(Model model) {
        model.addAttribute(
                "processes",
                processes.list().stream()
                        .filter(Processes.Summary::startable)
                        .map(this::startable)
                        .toList());
        return "work/casefile/start";
    }

    @GetMapping("/start/{process}")
    @SignedIn
    String form(
            @PathVariable String process,
            @RequestParam(required = false) @Nullable UUID draft,
            Account who,
            Locale locale,
            Model model) {
        var kept = Optional.ofNullable(draft).map(id -> drafts.find(who, id));
        model.addAttribute("draft", draft == null ? Keys.next().toString() : draft.toString());
        model.addAttribute("kept", draft != null);
        return show(
                process,
                kept.map(Drafts.Draft::form).orElse(Map.of()),
                kept.map(Drafts.Draft::title).orElse(""),
                Faults.NONE,
                who,
                locale,
                model);
    }

    /** The hidden command id makes a double click, or a form sent again, one case. */
    @PostMapping("/start/{process}")
    @SignedIn
    String create(
            @PathVariable String process,
            @RequestParam(defaultValue = "") String caseTitle,
            @RequestParam UUID command,
            @RequestParam(required = false) @Nullable UUID draft,
            Account who,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        var form = FormInput.read(processes.describe(process).form(), request.getParameterMap());
        try {
            var id = cases.start(who, new Cases.Wish(process, form, caseTitle, command));
            Optional.ofNullable(draft).ifPresent(kept -> drafts.forget(who, kept));
            after.addFlashAttribute("flash", words.say("{work.started}"));
            return "redirect:/cases/" + id;
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("draft", (draft == null ? Keys.next() : draft).toString());
            model.addAttribute("kept", false);
            return show(process, form, caseTitle, Faults.of(refusal, words), who, locale, model);
        }
    }

    /** The route that what is typed so far would take; asked again whenever the form changes. */
    @PostMapping("/start/{process}/route")
    @SignedIn
    String route(@PathVariable String process, Account who, Model model, HttpServletRequest request) {
        var form = FormInput.read(processes.describe(process).form(), request.getParameterMap());
        model.addAttribute("route", routes.of(reading.forecast(who, process, form)));
        return "work/casefile/route";
    }

    private String show(
            String process,
            Map<String, Object> values,
            @Nullable String title,
            Faults faults,
            Account who,
            Locale locale,
            Model model) {
        var summary = processes.find(process).orElseThrow(Refusal::notThere);
        var description = processes.describe(process);
        model.addAttribute("process", startable(summary));
        model.addAttribute("sheet", forms.sheet(description.form(), values, faults, locale));
        model.addAttribute("caseTitle", title);
        model.addAttribute("command", Keys.next().toString());
        model.addAttribute("route", routes.of(reading.forecast(who, process, values)));
        return "work/casefile/new";
    }

    private Startable startable(Processes.Summary process) {
        var steps = processes.steps(process.key()).stream()
                .map(Processes.Step::name)
                .collect(Collectors.joining(" → "));
        return new Startable(
                process.key(),
                process.name(),
                steps,
                Processes.articlesOf(processes.describe(process.key()).articles()));
    }
}

package zhangfa.work.casefile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.flow.FlowModel;
import zhangfa.identity.Account;
import zhangfa.process.Cases;
import zhangfa.process.Processes;
import zhangfa.process.Reading;
import zhangfa.ui.Faults;
import zhangfa.ui.RouteStep;
import zhangfa.work.form.FormDrawing;
import zhangfa.work.form.FormInput;

/** Puts together the page on which a case is started: its form, whom one names for its steps, and its route. */
@Component
class StartPage {

    private final Processes processes;
    private final Reading reading;
    private final FormDrawing forms;
    private final Routes routes;
    private final Todos todos;

    StartPage(Processes processes, Reading reading, FormDrawing forms, Routes routes, Todos todos) {
        this.processes = processes;
        this.reading = reading;
        this.forms = forms;
        this.routes = routes;
        this.todos = todos;
    }

    /** All that people may start. */
    List<Startable> startable() {
        return processes.list().stream()
                .filter(Processes.Summary::startable)
                .map(this::startable)
                .toList();
    }

    /** What was sent of the form, as far as it is for whoever asks. */
    Map<String, Object> typed(String process, Map<String, String[]> sent) {
        var description = processes.describe(process);
        var form = new LinkedHashMap<>(FormInput.read(description.form(), sent));
        form.keySet().removeAll(description.later());
        return form;
    }

    List<RouteStep> route(Account who, String process, Map<String, Object> form) {
        return routes.of(reading.forecast(who, process, form));
    }

    /**
     * The page.
     *
     * @param draft under which it is kept while one types; null for a new one
     * @param kept whether that draft was there before
     */
    ModelAndView of(Account who, Cases.Wish wish, @Nullable UUID draft, boolean kept, Faults faults) {
        var process = wish.process();
        var summary = processes.find(process).orElseThrow(Refusal::notThere);
        var description = processes.describe(process);
        var model = new HashMap<String, @Nullable Object>();
        model.put("process", startable(summary));
        model.put(
                "sheet",
                forms.sheet(description.form(), wish.form(), faults, LocaleContextHolder.getLocale())
                        .writing(field -> description.later().contains(field) ? "read" : "write"));
        model.put("nominees", todos.nominees(process, null, FlowModel.INITIATOR, wish.nominees()));
        model.put("caseTitle", wish.title());
        model.put("command", Keys.next().toString());
        model.put("route", route(who, process, wish.form()));
        model.put("draft", Objects.requireNonNullElseGet(draft, Keys::next).toString());
        model.put("kept", kept);
        return new ModelAndView("work/casefile/new", model);
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

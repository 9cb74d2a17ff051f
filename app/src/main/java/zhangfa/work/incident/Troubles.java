package zhangfa.work.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Words;
import zhangfa.flow.FlowModel;
import zhangfa.identity.Account;
import zhangfa.process.CaseFile;
import zhangfa.process.Incidents;
import zhangfa.process.Incidents.Incident;
import zhangfa.process.Processes;
import zhangfa.process.Reading;
import zhangfa.ui.Faults;
import zhangfa.work.form.FormDrawing;
import zhangfa.work.incident.Trouble.Mending;

/** Puts together what pages show of incidents. */
@Component
class Troubles {

    private final Incidents incidents;
    private final Reading reading;
    private final Processes processes;
    private final FormDrawing forms;
    private final Words words;

    Troubles(Incidents incidents, Reading reading, Processes processes, FormDrawing forms, Words words) {
        this.incidents = incidents;
        this.reading = reading;
        this.processes = processes;
        this.forms = forms;
        this.words = words;
    }

    Trouble of(Incident incident) {
        return new Trouble(
                incident.id(),
                incident.caseId(),
                incident.caseNumber(),
                incident.title(),
                incident.process(),
                incident.processName(),
                incident.element().equals(FlowModel.INITIATOR)
                        ? words.say("{process.step.initiator}")
                        : incident.elementName(),
                incident.kind(),
                words.say("{process.incident." + incident.kind() + "}"),
                words.say(incident.message()),
                incident.raisedAt(),
                incident.resolvedAt(),
                incident.mine(),
                incident.isRetryable());
    }

    /** @param typed what was typed into the form; null for what stands in the case */
    Mending mending(
            Account who, String id, Locale locale, Faults faults, @Nullable Map<String, Object> typed, String data) {
        var incident = incidents.incident(who, id);
        var file = reading.caseFile(who, incident.caseId());
        var schema = processes.describe(file.process()).form();
        var sheet = forms.sheet(schema, Objects.requireNonNullElse(typed, file.form()), faults, locale);
        return new Mending(of(incident), sheet, data, steps(file));
    }

    /** Where a case may be moved by hand: its steps, and back to who started it. */
    Map<String, String> steps(CaseFile file) {
        var steps = new LinkedHashMap<>(processes.stepNames(file.process(), file.version()));
        steps.put(FlowModel.INITIATOR, words.say("{work.return.initiator}"));
        return steps;
    }

    List<Trouble> ofCase(Account who, CaseFile file) {
        return incidents.ofCase(who, file.id()).stream().map(this::of).toList();
    }
}

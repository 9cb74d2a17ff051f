package zhangfa.process.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal.Fault;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowSchedule;
import zhangfa.flow.FlowStart;
import zhangfa.flow.FlowStart.Kind;
import zhangfa.organization.Organization;
import zhangfa.process.form.CaseForm;

/**
 * What a process must hold whose cases no person starts, or that leaves it to people what is done: an owner to whom those cases
 * and choices fall, a form that may be empty, a message that begins no other process, nothing that its own cases say, times that can be counted.
 */
@Component
class BeginningChecks {

    private final Definitions definitions;
    private final Organization organization;

    BeginningChecks(Definitions definitions, Organization organization) {
        this.definitions = definitions;
        this.organization = organization;
    }

    List<Fault> faults(FlowModel model, String bpmn, CaseForm form) {
        var faults = new ArrayList<Fault>();
        var particulars = Particulars.of(bpmn);
        if (model.owner() == null) {
            particulars.choosing().stream()
                    .sorted()
                    .forEach(element -> faults.add(new Fault(element, "{process.choice-owner}")));
        }
        model.starts().stream()
                .filter(start -> start.kind() != Kind.NONE)
                .forEach(start -> check(model, start, form, faults));
        model.starts().stream()
                .filter(start -> start.kind() == Kind.MESSAGE || start.kind() == Kind.SIGNAL)
                .filter(start -> particulars.said().contains(start.name()))
                .forEach(start -> faults.add(new Fault(start.event(), "{process.start-endless|" + start.name() + "}")));
        return faults;
    }

    private void check(FlowModel model, FlowStart start, CaseForm form, List<Fault> faults) {
        if (model.owner() == null) {
            faults.add(new Fault(start.event(), "{process.start-owner}"));
        }
        if (start.kind() != Kind.MESSAGE && !form.faults(Map.of(), Map.of()).isEmpty()) {
            faults.add(new Fault(start.event(), "{process.start-form}"));
        }
        if (start.kind() == Kind.MESSAGE) {
            other(model, start)
                    .ifPresent(other -> faults.add(
                            new Fault(start.event(), "{process.start-taken|" + start.name() + "|" + other + "}")));
        }
        if (start.schedule() != null) {
            check(start, start.schedule(), faults);
        }
    }

    /** Which other process the message begins already; else nobody could tell which of them is meant. */
    private Optional<String> other(FlowModel model, FlowStart start) {
        return definitions.startedBy(Kind.MESSAGE, start.name()).stream()
                .map(Definition::key)
                .filter(key -> !key.equals(model.key()))
                .findFirst();
    }

    private void check(FlowStart start, FlowSchedule schedule, List<Fault> faults) {
        var span = schedule.span();
        if (span == null) {
            return;
        }
        if (!Spans.isUsable(span)) {
            faults.add(new Fault(start.event(), "{process.limit-length|" + span.value() + "}"));
        } else if (Spans.isUnderAMinute(span.value())) {
            faults.add(new Fault(start.event(), "{process.start-often|" + span.value() + "}"));
        }
        var calendar = span.calendar();
        if (calendar != null && organization.unitKeyed(calendar).isEmpty()) {
            faults.add(new Fault(start.event(), "{process.limit-calendar|" + calendar + "}"));
        }
    }
}

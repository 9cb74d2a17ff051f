package zhangfa.process.definition;

import java.util.ArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.flow.FlowModel;
import zhangfa.process.Processes.Draft;
import zhangfa.process.form.CaseForm;
import zhangfa.process.form.References;

/** What a model must hold to become a version: what it names is there, and the runtime can do what it asks. */
@Component
class PublicationChecks {

    private final Models models;
    private final KnownActions actions;
    private final LimitChecks limits;
    private final PeopleChecks people;
    private final BeginningChecks beginnings;

    PublicationChecks(
            Models models, KnownActions actions, LimitChecks limits, PeopleChecks people, BeginningChecks beginnings) {
        this.models = models;
        this.actions = actions;
        this.limits = limits;
        this.people = people;
        this.beginnings = beginnings;
    }

    /**
     * The model of a draft that passes.
     *
     * @throws Refusal with one fault for each element that does not
     */
    FlowModel passed(Draft draft) {
        var model = models.compile(draft.bpmn(), draft.decisions()).model();
        var faults = new ArrayList<Refusal.Fault>();
        named(model)
                .filter(action -> !actions.isKnown(action.name()))
                .forEach(action -> faults.add(
                        new Refusal.Fault(action.element(), "{process.no-such-action|" + action.name() + "}")));
        named(model)
                .filter(action -> actions.isAfter(action.name())
                        && !model.serviceActions().containsKey(action.element()))
                .forEach(action -> faults.add(
                        new Refusal.Fault(action.element(), "{process.after-action|" + action.name() + "}")));
        faults.addAll(limits.faults(model));
        faults.addAll(people.faults(model));
        try {
            var form = CaseForm.of(draft.form(), References.ANY);
            faults.addAll(beginnings.faults(model, draft.bpmn(), form));
        } catch (Refusal noFormula) {
            faults.add(new Refusal.Fault(model.key(), "{process.no-formula}"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return model;
    }

    private record NamedAction(String element, String name) {}

    private static Stream<NamedAction> named(FlowModel model) {
        var ofProcess = Stream.of("on-submit", "on-end")
                .flatMap(moment -> Stream.ofNullable(model.attributes().get(moment)))
                .map(name -> new NamedAction(model.key(), name));
        var ofSteps = model.steps().stream()
                .flatMap(step -> Stream.ofNullable(step.notes().attributes().get("action"))
                        .map(name -> new NamedAction(step.id(), name)));
        var ofServices = model.serviceActions().entrySet().stream()
                .map(service -> new NamedAction(service.getKey(), service.getValue()));
        return Stream.of(ofProcess, ofSteps, ofServices).flatMap(Function.identity());
    }
}

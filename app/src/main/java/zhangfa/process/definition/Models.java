package zhangfa.process.definition;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.flow.Bpmn;
import zhangfa.flow.FlowDecision;
import zhangfa.flow.FlowModel;
import zhangfa.flow.ModelFault;
import zhangfa.flow.ModelRefused;
import zhangfa.flow.Outside;

/** Compiles what is handed in: a model with the decision tables that it goes by, for what this runtime carries. */
@Component
class Models {

    /** What this runtime carries to and from cases. */
    private static final Set<Outside> CARRIED = EnumSet.allOf(Outside.class);

    private final Clock clock;

    Models(Clock clock) {
        this.clock = clock;
    }

    /** A model and its decisions, ready to be asked. */
    record Compiled(FlowModel model, List<FlowDecision> decisions) {}

    /**
     * Reads BPMN and the DMN files beside it.
     *
     * @throws Refusal with one fault for each element of any of them that is not executed or not valid
     */
    Compiled compile(String bpmn, List<String> dmn) {
        var decisions = decisions(dmn);
        try {
            return new Compiled(Bpmn.read(bpmn, clock.getZone(), CARRIED, decisions), decisions);
        } catch (ModelRefused refused) {
            throw Refusal.invalid(refused.faults().stream().map(Models::fault).toList());
        }
    }

    private List<FlowDecision> decisions(List<String> dmn) {
        var decisions = new ArrayList<FlowDecision>();
        var faults = new ArrayList<Refusal.Fault>();
        for (var file : dmn) {
            try {
                decisions.addAll(FlowDecision.read(file, clock.getZone()));
            } catch (ModelRefused refused) {
                refused.faults().stream().map(Models::fault).forEach(faults::add);
            }
        }
        var keys = new HashSet<String>();
        decisions.stream()
                .map(FlowDecision::key)
                .filter(key -> !keys.add(key))
                .forEach(key -> faults.add(new Refusal.Fault(key, "{process.decision-twice|" + key + "}")));
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return decisions;
    }

    private static Refusal.Fault fault(ModelFault fault) {
        return new Refusal.Fault(fault.elementId(), fault.reason());
    }
}

package zhangfa.flow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A process as its model says it goes: a pure function of state and command. Immutable and safe for many threads;
 * expressions are compiled once, when the model is read.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class FlowModel {

    /** The implicit step at which the initiator mends what was returned. */
    public static final String INITIATOR = "initiator";

    /** As the target of a return: the step whose completion led here. */
    public static final String PREVIOUS = "previous";

    FlowModel() {}

    /** The id of the process in the XML. */
    public String key() {
        throw new UnsupportedOperationException();
    }

    /** What the designer called it, else its key. */
    public String name() {
        throw new UnsupportedOperationException();
    }

    /** The documentation of the process. */
    public @Nullable String guide() {
        throw new UnsupportedOperationException();
    }

    /** Every {@code zhangfa:} attribute of the process as written: owner, starters, level, category, parent, … */
    public Map<String, String> attributes() {
        throw new UnsupportedOperationException();
    }

    /** The rule that names the owner, as written. */
    public @Nullable String owner() {
        return attributes().get("owner");
    }

    /** The rule that says who may start a case, as written; anyone where there is none. */
    public @Nullable String starters() {
        return attributes().get("starters");
    }

    /** The user tasks in the order of the flow, without the implicit step {@link #INITIATOR}. */
    public List<FlowStep> steps() {
        throw new UnsupportedOperationException();
    }

    /**
     * A step by its id, {@link #INITIATOR} included.
     *
     * @throws IllegalArgumentException where the model has no such step
     */
    public FlowStep step(String id) {
        throw new UnsupportedOperationException(id);
    }

    /** What a designer should look at although the model can be executed. */
    public List<ModelFault> warnings() {
        throw new UnsupportedOperationException();
    }

    /**
     * What a command makes happen. The same state, data and command always give the same events; nothing is changed.
     *
     * @param data the fields that conditions read: null, String, Boolean, Number, List, Map and java.time values
     * @throws CommandRefused where the case as it stands does not allow the command
     */
    public List<FlowEvent> decide(FlowState state, Map<String, Object> data, FlowCommand command) {
        throw new UnsupportedOperationException(state + "" + data + command);
    }

    /** The state after an event. Needs nothing but the two. */
    public FlowState evolve(FlowState state, FlowEvent event) {
        throw new UnsupportedOperationException(state + "" + event);
    }

    /** The state after these events. */
    public FlowState evolve(FlowState state, List<FlowEvent> events) {
        for (var event : events) {
            state = evolve(state, event);
        }
        return state;
    }

    /**
     * What this person may do now on a task, open or closed: among approve, reject, complete, return, transfer, claim,
     * release, withdraw, cancel. In a steady order.
     */
    public Set<String> actions(FlowState state, int task, String actor) {
        throw new UnsupportedOperationException(state + "" + task + actor);
    }

    /** The steps an open task may be returned to with {@link FlowCommand.Then#RERUN}, nearest first, initiator last. */
    public List<String> returnTargets(FlowState state, int task) {
        throw new UnsupportedOperationException(state + "" + task);
    }
}

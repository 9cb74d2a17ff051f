package zhangfa.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.FlowStep.Assignment;
import zhangfa.flow.FlowStep.Decision;
import zhangfa.flow.FlowStep.StepForm;
import zhangfa.flow.FlowStep.StepNotes;

/**
 * A process as its model says it goes: a pure function of state and command. Immutable and safe for many threads;
 * expressions are compiled once, when the model is read.
 */
public final class FlowModel {

    /** The implicit step at which the initiator mends what was returned. */
    public static final String INITIATOR = "initiator";

    /** As the target of a return: the step whose completion led here. */
    public static final String PREVIOUS = "previous";

    static final FlowStep MENDING = new FlowStep(
            INITIATOR,
            INITIATOR,
            new Decision(FlowStep.Kind.WORK, FlowStep.Mode.ANY, null, FlowStep.Rejection.ENDS),
            new Assignment(INITIATOR, Map.of()),
            new StepForm(null, Map.of()),
            null,
            new StepNotes(null, null, Map.of()));

    private final FlowProcess process;
    private final Graph graph;
    private final List<ModelFault> warnings;
    private final List<FlowStep> steps;
    private final Map<String, FlowStep> stepsById;

    FlowModel(FlowProcess process, Graph graph, List<ModelFault> warnings) {
        this.process = process;
        this.graph = graph;
        this.warnings = List.copyOf(warnings);
        this.steps = graph.steps();
        this.stepsById = steps.stream().collect(Collectors.toUnmodifiableMap(FlowStep::id, Function.identity()));
    }

    /** The id of the process in the XML. */
    public String key() {
        return process.key();
    }

    /** What the designer called it, else its key. */
    public String name() {
        return process.name();
    }

    /** The documentation of the process. */
    public @Nullable String guide() {
        return process.guide();
    }

    /** Every {@code zhangfa:} attribute of the process as written: owner, starters, level, category, parent, … */
    public Map<String, String> attributes() {
        return process.attributes();
    }

    /** The rule that names the owner, as written. */
    public @Nullable String owner() {
        return attributes().get("owner");
    }

    /** The rule that says who may start a case, as written; anyone where there is none. */
    public @Nullable String starters() {
        return attributes().get("starters");
    }

    /** How its cases may begin, in the order of the file; never empty. */
    public List<FlowStart> starts() {
        return graph.starts(Graph.PROCESS).stream().map(FlowStart::of).toList();
    }

    /** The user tasks in the order of the flow, without the implicit step {@link #INITIATOR}. */
    public List<FlowStep> steps() {
        return steps;
    }

    /**
     * A step by its id, {@link #INITIATOR} included.
     *
     * @throws IllegalArgumentException where the model has no such step
     */
    public FlowStep step(String id) {
        var step = id.equals(INITIATOR) ? MENDING : stepsById.get(id);
        if (step == null) {
            throw new IllegalArgumentException("No step " + id + " in " + key());
        }
        return step;
    }

    /** What a designer should look at although the model can be executed. */
    public List<ModelFault> warnings() {
        return warnings;
    }

    /**
     * What a command makes happen. The same state, data and command always give the same events; nothing is changed.
     *
     * @param data the fields that conditions read: null, String, Boolean, Number, List, Map and java.time values
     * @throws CommandRefused where the case as it stands does not allow the command
     */
    public List<FlowEvent> decide(FlowState state, Map<String, Object> data, FlowCommand command) {
        return Deciding.decide(this, state, data, command);
    }

    /** The state after an event. Needs nothing but the two: no expression is evaluated again. */
    public FlowState evolve(FlowState state, FlowEvent event) {
        return Evolving.evolve(state, event);
    }

    /** The state after these events. */
    public FlowState evolve(FlowState state, List<FlowEvent> events) {
        for (var event : events) {
            state = evolve(state, event);
        }
        return state;
    }

    /**
     * What this person may do now on a task, open, held back or closed: among approve, reject, complete, return, transfer,
     * delegate, resolve, add_sign, remove_sign, claim, release, withdraw, cancel. In a steady order.
     */
    public Set<String> actions(FlowState state, int task, String actor) {
        if (!state.isRunning()) {
            return Set.of();
        }
        var actions = state.openTask(task)
                .map(open -> Permission.actions(this, open, actor))
                .orElseGet(LinkedHashSet::new);
        if (Signing.mayRemove(state, task, actor)) {
            actions.add("remove_sign");
        }
        if (Withdrawing.refusal(new Standing(graph, state), task, actor).isEmpty()) {
            actions.add("withdraw");
        }
        return actions;
    }

    /**
     * The service tasks and calls that a decision has led to and that have been carried out, or may be by now, by their BPMN ids;
     * the step itself where it carries out an action. They are why the decision cannot be taken back.
     */
    public List<String> carriedOutAfter(FlowState state, int task) {
        return Withdrawing.carriedOut(new Standing(graph, state), task);
    }

    /** The steps an open task may be returned to with {@link FlowCommand.Then#RERUN}, nearest first, initiator last. */
    public List<String> returnTargets(FlowState state, int task) {
        var activity = state.openTask(task).flatMap(open -> state.activity(open.activity()));
        if (activity.isEmpty() || activity.get().step().equals(INITIATOR)) {
            return List.of();
        }
        var targets = new LinkedHashSet<>(new Past(state).stepsBefore(activity.get()));
        targets.remove(INITIATOR);
        targets.removeIf(step -> !Returning.isOpen(graph, state, activity.get(), step));
        var list = new ArrayList<>(targets);
        list.add(INITIATOR);
        return List.copyOf(list);
    }

    /**
     * The data as expressions about an open activity or wait find them: with the item and the counter of the instance that it
     * is part of, where something around it is done several times.
     */
    public Map<String, Object> dataAt(FlowState state, int visit, Map<String, Object> data) {
        var standing = new Standing(graph, state);
        return Repeating.data(standing, data, standing.node(state.visit(visit)), visit);
    }

    /** By the visits of the ad-hoc sub-processes at work, the activities that people may choose in them. */
    public Map<Integer, List<String>> choices(FlowState state) {
        var choices = new LinkedHashMap<Integer, List<String>>();
        for (var visit : state.visits()) {
            if (visit instanceof Scope scope
                    && !scope.isDone()
                    && scope.rounds() == null
                    && graph.node(scope.sub()).kind() == Node.Kind.AD_HOC) {
                choices.put(
                        scope.number(),
                        Choosing.choices(graph, scope.sub()).stream()
                                .map(Node::id)
                                .toList());
            }
        }
        return choices;
    }

    /** What each service task has the runtime carry out, by its id. */
    public Map<String, String> serviceActions() {
        return graph.nodes().values().stream()
                .filter(node -> node.kind() == Node.Kind.SERVICE)
                .collect(Collectors.toUnmodifiableMap(Node::id, Node::action));
    }

    Graph graph() {
        return graph;
    }
}

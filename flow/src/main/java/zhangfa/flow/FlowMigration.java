package zhangfa.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way of running cases from one version of a process to another. Elements keep their ids unless somebody says which
 * other one follows on which; flows follow on those of the same id, or between the same two elements.
 *
 * <pre>{@code
 * var migration = FlowMigration.between(old, next, Map.of("head-approval", "unit-approval"));
 * migration.obstacles(state);                                                    // the dry run: empty where the case can go over
 * var events = next.decide(state, data, new FlowCommand.Migrate(id, at, actor, migration));
 * }</pre>
 *
 * <p>The new version decides the command; from then on it decides all others of the case. Who works at a step goes on
 * working at it, and time already running runs on. Events that the new version adds begin to be waited for, those that it
 * lacks no longer. What was done at elements that are gone stays done, and nobody can return there.
 */
public final class FlowMigration {

    /** Something in a case that has no place in the new version. */
    public record Obstacle(String element, int place, Reason reason, String message) {}

    /** Why something has no place. */
    public enum Reason {
        /** A token is there, and the new version has no such element. */
        GONE,
        /** What follows on it is done in another way: a step became a service task, a message a timer. */
        OTHER_KIND,
        /** What follows on it is in another sub-process. */
        OTHER_SCOPE,
        /** It is done several times in one version only, or in another order. */
        OTHER_REPETITION,
        /** A join of the new version would wait for ever. */
        STARVES
    }

    /** What is gone is called by what no element can be. */
    static final String GONE = "-";

    private final FlowModel from;
    private final FlowModel to;
    private final Map<String, String> mapping = new HashMap<>();

    private FlowMigration(FlowModel from, FlowModel to, Map<String, String> overrides) {
        this.from = from;
        this.to = to;
        for (var id : from.graph().nodes().keySet()) {
            var next = overrides.getOrDefault(id, id);
            if (to.graph().nodes().containsKey(next)) {
                mapping.put(id, next);
            }
        }
        flows(from).forEach(flow -> counterpart(flow, overrides).ifPresent(next -> mapping.put(flow.id(), next)));
    }

    /**
     * From one version to another.
     *
     * @param overrides by the id of an element or flow of the old version the one that follows on it
     * @throws IllegalArgumentException naming the id where the overrides name what is not there
     */
    public static FlowMigration between(FlowModel from, FlowModel to, Map<String, String> overrides) {
        overrides.forEach((old, next) -> {
            check(from, old);
            check(to, next);
        });
        return new FlowMigration(from, to, overrides);
    }

    private static void check(FlowModel model, String id) {
        if (!model.graph().nodes().containsKey(id)
                && flows(model).noneMatch(flow -> flow.id().equals(id))) {
            throw new IllegalArgumentException("No element " + id + " in " + model.key());
        }
    }

    private static Stream<Flow> flows(FlowModel model) {
        return model.graph().nodes().values().stream().flatMap(node -> node.outgoing().stream());
    }

    private Optional<String> counterpart(Flow flow, Map<String, String> overrides) {
        var leading = flows(to)
                .filter(next -> next.target().equals(mapping.get(flow.target())))
                .toList();
        return leading.stream()
                .max(Comparator.comparing((Flow next) -> next.id().equals(overrides.get(flow.id())))
                        .thenComparing(next -> next.source().equals(mapping.get(flow.source())))
                        .thenComparing(next -> next.id().equals(flow.id())))
                .filter(next -> next.source().equals(mapping.get(flow.source()))
                        || next.id().equals(overrides.getOrDefault(flow.id(), flow.id())))
                .map(Flow::id);
    }

    /** By the id of each element and flow of the old version what follows on it; those without such are left out. */
    public Map<String, String> mapping() {
        return Map.copyOf(mapping);
    }

    /** Why a case cannot go over as it stands; empty where it can. */
    public List<Obstacle> obstacles(FlowState state) {
        var obstacles = new ArrayList<Obstacle>();
        for (var visit : state.visits()) {
            if (!visit.isDone()) {
                var places = visit instanceof Activity activity
                        ? Copies.before(activity.step(), activity.back())
                        : List.of(visit.node());
                places.forEach(id -> add(obstacles, id, visit.number(), obstacle(id)));
            }
        }
        for (var token : state.waiting()) {
            add(obstacles, token.flow(), token.from(), obstacle(token));
        }
        for (var incident : state.incidents()) {
            if (incident.isToken()) {
                add(obstacles, incident.node(), incident.number(), obstacle(incident.node()));
            }
        }
        if (to.graph().beginning(start(state)).isEmpty()) {
            add(obstacles, from.graph().begun(state).id(), 0, Reason.GONE);
        }
        return obstacles.isEmpty() ? new Landing(this, state).starving() : obstacles;
    }

    private static void add(List<Obstacle> obstacles, String element, int place, @Nullable Reason reason) {
        if (reason != null) {
            obstacles.add(new Obstacle(element, place, reason, told(element, reason)));
        }
    }

    private static String told(String element, Reason reason) {
        return switch (reason) {
            case GONE -> "Nothing follows on %s, where the case is".formatted(element);
            case OTHER_KIND -> "What follows on %s is of another kind".formatted(element);
            case OTHER_SCOPE -> "What follows on %s is in another sub-process".formatted(element);
            case OTHER_REPETITION -> "What follows on %s is done several times in another way".formatted(element);
            case STARVES -> "%s would wait for ever".formatted(element);
        };
    }

    static Obstacle starving(String join) {
        return new Obstacle(join, 0, Reason.STARVES, told(join, Reason.STARVES));
    }

    /** Why a token at an element has no place in the new version; null where it has. */
    @Nullable
    Reason obstacle(String id) {
        if (id.equals(FlowModel.INITIATOR)) {
            return null;
        }
        var next = mapping.get(id);
        return next == null
                ? Reason.GONE
                : difference(from.graph().node(id), to.graph().node(next));
    }

    private @Nullable Reason obstacle(Token token) {
        var next = mapping.get(token.flow());
        if (next == null) {
            return Reason.GONE;
        }
        var old = from.graph().resting(token);
        var rest = to.graph().resting(new Token(next, token.from()));
        return old.isJoin() != rest.isJoin()
                        || (old.outgoing().isEmpty() && !rest.outgoing().isEmpty())
                ? Reason.OTHER_KIND
                : difference(old, rest);
    }

    private @Nullable Reason difference(Node old, Node next) {
        if (isHandling(from, old) != isHandling(to, next)
                || old.kind() != next.kind()
                || (old.kind() == Node.Kind.CATCH && !isAlike(old.trigger(), next.trigger()))) {
            return Reason.OTHER_KIND;
        }
        if (!next.scope().equals(old.scope().equals(Graph.PROCESS) ? Graph.PROCESS : mapping.get(old.scope()))) {
            return Reason.OTHER_SCOPE;
        }
        return kind(old.repetition()) != kind(next.repetition()) ? Reason.OTHER_REPETITION : null;
    }

    /** Whether a token there compensates something. */
    private static boolean isHandling(FlowModel model, Node node) {
        return model.graph().isHandler(node.id()) || model.graph().throwsCompensation(node.id());
    }

    private static Repetition.@Nullable Kind kind(@Nullable Repetition repetition) {
        return repetition == null ? null : repetition.kind();
    }

    private static boolean isAlike(@Nullable Trigger one, @Nullable Trigger other) {
        return (one == null || other == null) ? one == other : one.getClass().equals(other.getClass());
    }

    /** The start event with which the case will have begun; null for the one that waits for nothing. */
    @Nullable
    String start(FlowState state) {
        var next = mapping.get(from.graph().begun(state).id());
        return next == null
                        || to.graph()
                                .beginning(null)
                                .filter(none -> none.id().equals(next))
                                .isPresent()
                ? null
                : next;
    }

    /** What the command writes into the journal. */
    FlowEvent.CaseMigrated event(FlowState state) {
        var renamed = new HashMap<String, String>();
        mapping.forEach((old, next) -> {
            if (!old.equals(next)) {
                renamed.put(old, next);
            }
        });
        // A token of a flow that is gone may be given back by no return.
        state.visits().stream()
                .filter(Joining.class::isInstance)
                .flatMap(visit -> ((Joining) visit).tokens().stream())
                .filter(token -> !mapping.containsKey(token.flow()))
                .forEach(token -> renamed.put(token.flow(), GONE));
        // What has no place any more is not compensated either.
        state.compensable().stream()
                .filter(done -> obstacle(done.node()) != null)
                .forEach(done -> renamed.put(done.node(), GONE));
        var forgotten = state.visits().stream()
                .filter(visit -> visit.isDone() && obstacle(visit.node()) != null)
                .map(Visit::number)
                .toList();
        return new FlowEvent.CaseMigrated(Map.copyOf(renamed), forgotten, start(state));
    }

    FlowModel from() {
        return from;
    }

    FlowModel to() {
        return to;
    }

    /** What follows on an element of the old version. */
    @Nullable
    String next(String id) {
        return mapping.get(id);
    }
}

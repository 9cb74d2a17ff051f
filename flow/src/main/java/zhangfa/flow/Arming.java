package zhangfa.flow;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.CommandRefused.Reason;

/** The events that may happen to a token while it rests at a node: they begin to be waited for. */
final class Arming {

    /** An event with what the data make of it: the moment of a timer, the key of a message. */
    record Armed(
            Node node,
            Alarm.@Nullable Decided decided,
            @Nullable String key,
            @Nullable String failure) {}

    private final Course course;

    Arming(Course course) {
        this.course = course;
    }

    /** The events on a node. */
    List<Armed> on(Node node, int from) {
        return armed(course.graph().boundaries(node.id()), data(node, from));
    }

    /** The events of a node, behind it where it lets them race, and inside it where they begin sub-processes. */
    List<Armed> of(Node node, int from) {
        return armed(inside(course.graph(), node), Repeating.next(standing(), course.data(), node, from));
    }

    private static List<Node> inside(Graph graph, Node node) {
        return switch (node.kind()) {
            case RACE -> node.outgoing().stream().map(graph::target).toList();
            case SUB, EVENT_SUB, AD_HOC -> graph.beginnings(node.id());
            case CATCH -> List.of(node);
            default -> List.of();
        };
    }

    /** Every event that may happen to what is at work at a visit, or to the case as a whole. */
    static List<Node> events(Graph graph, FlowState state, int visit) {
        if (visit == 0) {
            return graph.beginnings(Graph.PROCESS);
        }
        var at = state.visit(visit);
        var node = graph.nodes().get(at.node());
        if (node == null || (at instanceof Activity activity && activity.isDetour())) {
            return List.of();
        }
        var events = new ArrayList<Node>();
        var several = at instanceof Scope body && body.rounds() != null;
        if (several || node.repetition() == null) {
            events.addAll(graph.boundaries(node.id()));
        }
        if (!several) {
            events.addAll(inside(graph, node));
        }
        return events;
    }

    /** Events of a visit that a new version of the model adds. */
    void more(List<Node> events, int visit) {
        again(armed(events, course.dataAt(visit)), visit);
    }

    /** The events of a node that is done once, and on it. */
    List<Armed> at(Node node, int from) {
        var events = new ArrayList<>(course.graph().boundaries(node.id()));
        events.addAll(inside(course.graph(), node));
        return events.isEmpty() ? List.of() : armed(events, data(node, from));
    }

    private Map<String, Object> data(Node node, int from) {
        return Repeating.data(standing(), course.data(), node, from);
    }

    private Standing standing() {
        return new Standing(course.graph(), course.state());
    }

    private List<Armed> armed(List<Node> events, Map<String, Object> data) {
        var armed = new ArrayList<Armed>();
        for (var event : events) {
            switch (event.trigger()) {
                case Alarm alarm -> {
                    var decided = alarm.decide(data, course.command.at());
                    armed.add(new Armed(event, decided, null, decided.failure()));
                }
                case Trigger.Message message -> {
                    var key = key(message, data, course.command.at());
                    armed.add(new Armed(event, null, key.value() == null ? null : text(key.value()), key.failure()));
                }
                case Trigger.Signal _, Trigger.Conditional _ -> armed.add(new Armed(event, null, null, null));
                case null, default -> {}
            }
        }
        return armed;
    }

    /** What a message has to carry, or carries, for the data as they are. */
    static Expression.Answer key(Trigger.Message message, Map<String, Object> data, Instant at) {
        var key = message.key();
        if (key == null) {
            return new Expression.Answer(null, null);
        }
        var answer = key.evaluate(data, at);
        return answer.failure() == null && answer.value() == null
                ? new Expression.Answer(null, "The key of " + message.name() + " is null")
                : answer;
    }

    /** Numbers that are equal have the same text. */
    static String text(Object value) {
        return value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    /** Why one of them cannot be waited for. */
    static Optional<String> failure(List<Armed> armed) {
        return Copies.first(armed, event -> event.failure() != null)
                .map(event -> event.node().id() + ": " + event.failure());
    }

    void set(Armed armed, int visit) {
        var id = armed.node().id();
        switch (armed.node().trigger()) {
            case Alarm alarm when armed.decided() != null -> timer(armed.decided(), alarm, id, visit);
            case Trigger.Message message -> open(FlowSubscription.Kind.MESSAGE, id, visit, message.name(), armed.key());
            case Trigger.Signal signal -> open(FlowSubscription.Kind.SIGNAL, id, visit, signal.name(), null);
            case Trigger.Conditional _ -> open(FlowSubscription.Kind.CONDITION, id, visit, "", null);
            case null, default -> throw new IllegalStateException(id + " waits for nothing");
        }
    }

    private void timer(Alarm.Decided decided, Alarm alarm, String id, int visit) {
        var at = course.command.at();
        var timer = FlowTimer.of(course.next(), id, visit, decided, at, alarm.repetitions());
        course.happen(new FlowEvent.TimerAsked(timer));
        if (decided.instant() != null) {
            course.happen(new FlowEvent.TimerSet(timer.number(), decided.instant()));
        }
    }

    private void open(FlowSubscription.Kind kind, String node, int visit, String name, @Nullable String key) {
        course.happen(new FlowEvent.SubscriptionOpened(
                new FlowSubscription(course.next(), kind, node, visit, name, key, false)));
    }

    /** What is open again waits anew for the events on it. */
    void again(Activity activity) {
        more(events(course.graph(), course.state(), activity.number()), activity.number());
    }

    /** A sub-process is at work, again perhaps: what may interrupt it or begin beside it is waited for. */
    void scope(int scope) {
        var events = events(course.graph(), course.state(), scope);
        more(Copies.where(events, event -> !isSet(event.id(), scope)), scope);
    }

    private void again(List<Armed> armed, int visit) {
        failure(armed).ifPresent(failure -> {
            throw new CommandRefused(Reason.NOT_ALLOWED, failure);
        });
        armed.forEach(event -> set(event, visit));
    }

    private boolean isSet(String event, int visit) {
        var state = course.state();
        return state.timers().stream().anyMatch(timer -> timer.node().equals(event) && timer.visit() == visit)
                || state.subscriptions().stream().anyMatch(one -> one.node().equals(event) && one.visit() == visit);
    }
}

package zhangfa.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
    List<Armed> on(Node node) {
        return armed(course.graph().boundaries(node.id()));
    }

    /** The events of a node, behind it where it lets them race, and inside it where they begin sub-processes. */
    List<Armed> of(Node node) {
        var events = new ArrayList<Node>();
        switch (node.kind()) {
            case RACE ->
                node.outgoing().forEach(flow -> events.add(course.graph().target(flow)));
            case SUB, EVENT_SUB -> events.addAll(course.graph().beginnings(node.id()));
            default -> events.add(node);
        }
        return armed(events);
    }

    /** The events of a node that is done once, and on it. */
    List<Armed> at(Node node) {
        var armed = new ArrayList<>(on(node));
        armed.addAll(of(node));
        return armed;
    }

    private List<Armed> armed(List<Node> events) {
        var armed = new ArrayList<Armed>();
        for (var event : events) {
            switch (event.trigger()) {
                case Alarm alarm -> {
                    var decided = alarm.decide(course.data(), course.command.at());
                    armed.add(new Armed(event, decided, null, decided.failure()));
                }
                case Trigger.Message message -> {
                    var key = key(message, course);
                    armed.add(new Armed(event, null, key.value() == null ? null : text(key.value()), key.failure()));
                }
                case Trigger.Signal _, Trigger.Conditional _ -> armed.add(new Armed(event, null, null, null));
                case null, default -> {}
            }
        }
        return armed;
    }

    /** What a message has to carry, or carries, for the data as they are. */
    static Expression.Answer key(Trigger.Message message, Course course) {
        var key = message.key();
        if (key == null) {
            return new Expression.Answer(null, null);
        }
        var answer = key.evaluate(course.data(), course.command.at());
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
        if (!activity.isDetour() && !activity.step().equals(FlowModel.INITIATOR)) {
            var node = course.graph().node(activity.step());
            again(node.repetition() == null ? at(node) : of(node), activity.number());
        }
    }

    /** A sub-process is at work, again perhaps: what may interrupt it or begin beside it is waited for. */
    void scope(int scope) {
        var armed = scope == 0
                ? armed(course.graph().beginnings(Graph.PROCESS))
                : of((Scope) course.state().visit(scope));
        again(armed.stream().filter(event -> !isSet(event.node().id(), scope)).toList(), scope);
    }

    private List<Armed> of(Scope scope) {
        var node = course.graph().node(scope.sub());
        return scope.rounds() != null ? on(node) : node.repetition() != null ? of(node) : at(node);
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

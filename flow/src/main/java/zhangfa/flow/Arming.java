package zhangfa.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import zhangfa.flow.CommandRefused.Reason;

/** The events that may happen to a token while it rests at a node: they begin to be waited for. */
final class Arming {

    /** A timer event and the moment that the data give it. */
    record Armed(Node node, Alarm alarm, Alarm.Decided decided) {}

    private final Course course;

    Arming(Course course) {
        this.course = course;
    }

    /** The timer events of a node, or on it, with their moments. */
    List<Armed> at(Node node) {
        var events = new ArrayList<>(course.graph().boundaries(node.id()));
        events.add(node);
        var armed = new ArrayList<Armed>();
        for (var event : events) {
            var alarm = event.catching().alarm();
            if (alarm != null) {
                armed.add(new Armed(event, alarm, alarm.decide(course.data, course.command.at())));
            }
        }
        return armed;
    }

    /** Why one of them cannot be waited for. */
    static Optional<String> failure(List<Armed> armed) {
        return armed.stream()
                .filter(event -> event.decided().failure() != null)
                .map(event -> event.node().id() + ": " + event.decided().failure())
                .findFirst();
    }

    void set(Armed armed, int visit) {
        var timer = FlowTimer.of(
                course.next(),
                armed.node().id(),
                visit,
                armed.decided(),
                course.command.at(),
                armed.alarm().repetitions());
        course.happen(new FlowEvent.TimerAsked(timer));
        var instant = armed.decided().instant();
        if (instant != null) {
            course.happen(new FlowEvent.TimerSet(timer.number(), instant));
        }
    }

    /** What is open again waits anew for the events on it. */
    void again(Activity activity) {
        if (!activity.isDetour() && !activity.step().equals(FlowModel.INITIATOR)) {
            again(activity.step(), activity.number());
        }
    }

    void again(String node, int visit) {
        var armed = at(course.graph().node(node));
        failure(armed).ifPresent(failure -> {
            throw new CommandRefused(Reason.NOT_ALLOWED, failure);
        });
        armed.forEach(event -> set(event, visit));
    }
}

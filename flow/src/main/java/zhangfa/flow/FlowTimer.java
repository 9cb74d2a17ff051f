package zhangfa.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moment that a case waits for. While {@code due} is null the runtime is asked for it: {@code span} counted from
 * {@code from}, or what is left of a time that was paused.
 *
 * @param node the BPMN id of the step whose time it is
 * @param visit the activity it belongs to and ends with
 * @param from counting begins here
 * @param rest where the case was suspended: the time still to run is what its calendar counts in this interval
 * @param fired a limit whose time is over stays with its step, so that its due instant can be read
 */
public record FlowTimer(
        int number,
        Purpose purpose,
        String node,
        int visit,
        FlowSpan span,
        Instant from,
        @Nullable Rest rest,
        @Nullable Instant due,
        boolean fired) {

    /** What a timer is for. */
    public enum Purpose {
        /** The end of the time that a step may take. */
        LIMIT,
        /** Before that end; its span is counted backwards from it. */
        WARNING,
        /** After that end, again and again. */
        URGE
    }

    /** The interval that a pause cut off; nothing is left of one that ends before it begins. */
    public record Rest(Instant since, Instant until) {}

    /** A question to the runtime. */
    static FlowTimer asking(int number, Purpose purpose, Activity activity, FlowSpan span, Instant from) {
        return new FlowTimer(number, purpose, activity.step(), activity.number(), span, from, null, null, false);
    }

    /** Whether it will still go off. */
    public boolean isSet() {
        return due != null && !fired;
    }

    FlowTimer at(Instant instant) {
        return new FlowTimer(number, purpose, node, visit, span, from, null, instant, fired);
    }

    FlowTimer over() {
        return new FlowTimer(number, purpose, node, visit, span, from, rest, due, true);
    }

    /** Whether another calendar moves it: it will still go off, now or after a pause. */
    public boolean isPending() {
        return isSet() || rest != null;
    }

    FlowTimer movedTo(Instant to) {
        return rest == null
                ? at(to)
                : new FlowTimer(number, purpose, node, visit, span, from, new Rest(rest.since(), to), null, fired);
    }

    FlowTimer paused(Instant at) {
        return due == null || fired
                ? this
                : new FlowTimer(number, purpose, node, visit, span, from, new Rest(at, due), null, false);
    }

    FlowTimer resumed(Instant at) {
        return rest == null ? this : new FlowTimer(number, purpose, node, visit, span, at, rest, null, false);
    }
}

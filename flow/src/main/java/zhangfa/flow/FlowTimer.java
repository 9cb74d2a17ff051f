package zhangfa.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moment that a case waits for. While {@code due} is null the runtime is asked for it: {@code span} counted from
 * {@code from}, or what is left of a time that was paused.
 *
 * @param node the BPMN id of the step whose time it is, or of the event
 * @param visit the activity or wait it belongs to and ends with
 * @param from counting begins here
 * @param rest where the case was suspended: the time still to run is what its calendar counts in this interval
 * @param fired a limit whose time is over stays with its step, so that its due instant can be read
 * @param repetitions how often it will go off again; -1 without end
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
        boolean fired,
        int repetitions) {

    /** What a timer is for. */
    public enum Purpose {
        /** The end of the time that a step may take. */
        LIMIT,
        /** Before that end; its span is counted backwards from it. */
        WARNING,
        /** After that end, again and again. */
        URGE,
        /** A timer event of the model. */
        EVENT
    }

    /** The interval that a pause cut off; nothing is left of one that ends before it begins. */
    public record Rest(Instant since, Instant until) {}

    /** A question to the runtime. */
    static FlowTimer asking(int number, Purpose purpose, Activity activity, FlowSpan span, Instant from) {
        return new FlowTimer(number, purpose, activity.step(), activity.number(), span, from, null, null, false, 0);
    }

    /** A timer event of the model; the kernel itself knows when it is where the model says the instant. */
    static FlowTimer of(int number, String node, int visit, Alarm.Decided decided, Instant from, int repetitions) {
        return new FlowTimer(number, Purpose.EVENT, node, visit, decided.span(), from, null, null, false, repetitions);
    }

    /** The next time of a timer that repeats. */
    FlowTimer again(int next, Instant after) {
        return new FlowTimer(
                next, purpose, node, visit, span, after, null, null, false, repetitions < 0 ? -1 : repetitions - 1);
    }

    /** Whether it will still go off. */
    public boolean isSet() {
        return due != null && !fired;
    }

    /** Of the same element by another name. */
    FlowTimer at(String name) {
        return new FlowTimer(number, purpose, name, visit, span, from, rest, due, fired, repetitions);
    }

    FlowTimer at(Instant instant) {
        return new FlowTimer(number, purpose, node, visit, span, from, null, instant, fired, repetitions);
    }

    FlowTimer over() {
        return new FlowTimer(number, purpose, node, visit, span, from, rest, due, true, repetitions);
    }

    /** Whether another calendar moves it: it will still go off, now or after a pause. */
    public boolean isPending() {
        return isSet() || rest != null;
    }

    FlowTimer movedTo(Instant to) {
        return rest == null
                ? at(to)
                : new FlowTimer(
                        number, purpose, node, visit, span, from, new Rest(rest.since(), to), null, fired, repetitions);
    }

    FlowTimer paused(Instant at) {
        return due == null || fired || span.isInstant()
                ? this
                : new FlowTimer(number, purpose, node, visit, span, from, new Rest(at, due), null, false, repetitions);
    }

    FlowTimer resumed(Instant at) {
        return rest == null
                ? this
                : new FlowTimer(number, purpose, node, visit, span, at, rest, null, false, repetitions);
    }
}

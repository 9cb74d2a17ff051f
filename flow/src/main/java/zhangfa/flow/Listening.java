package zhangfa.flow;

import java.util.ArrayDeque;
import java.util.Deque;

/** What one command brings about for those in the case who wait: signals that they hear, conditions that come to hold. */
final class Listening {

    private final Course course;
    private final Deque<Integer> heard = new ArrayDeque<>(1);

    Listening(Course course) {
        this.course = course;
    }

    /** Whoever waits for this signal now will hear it; whether anybody does. */
    boolean hear(String signal) {
        var waiting = course.state().subscriptions().stream()
                .filter(one -> one.isFor(FlowSubscription.Kind.SIGNAL, signal, null))
                .map(FlowSubscription::number)
                .toList();
        heard.addAll(waiting);
        return !waiting.isEmpty();
    }

    /** Nobody is left to hear anything. */
    void stop() {
        heard.clear();
    }

    /** Whether somebody had still to hear a signal. */
    boolean hears(Moving moving) {
        if (heard.isEmpty()) {
            return false;
        }
        var next = heard.removeFirst();
        course.state().subscriptions().stream()
                .filter(one -> one.number() == next)
                .findFirst()
                .ifPresent(one -> new Occurring(course, moving).occur(one));
        return true;
    }

    /** Whether a condition that is waited for has come to hold. */
    boolean turns(Moving moving) {
        return Copies.any(
                course.state().subscriptions(),
                one -> one.kind() == FlowSubscription.Kind.CONDITION && new Occurring(course, moving).ask(one));
    }
}

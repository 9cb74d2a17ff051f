package zhangfa.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the timer of a start event begins cases (BPMN 2.0.2, 10.5.2): at an instant, after a time, or again and again. The
 * runtime arms it when the model comes into force.
 *
 * @param first the instant of the first time; null where that is {@code span} after the model has come into force
 * @param span between one time and the next, on the wall unless it names a calendar; null where there is but the first
 * @param times how many cases it begins in all; -1 without end
 */
public record FlowSchedule(
        @Nullable Instant first, @Nullable FlowSpan span, int times) {

    static FlowSchedule of(Alarm alarm) {
        var times = alarm.repetitions() < 0 ? -1 : alarm.repetitions() + 1;
        return switch (alarm.moment()) {
            case Alarm.At at -> new FlowSchedule(at.instant(), null, 1);
            case Alarm.After after -> new FlowSchedule(null, alarm.span(after.duration()), times);
            case Alarm.Since since -> new FlowSchedule(since.first(), alarm.span(since.duration()), times);
            case Alarm.Said _ -> throw new IllegalStateException("No case has data yet");
        };
    }
}

package zhangfa.flow;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.FlowSpan.Unit;

/**
 * The timer of an event (BPMN 2.0.2, 10.5.5): after a duration, at an instant, or again and again.
 *
 * @param moment an instant, an ISO 8601 duration, or an expression that gives either; with repetitions the duration
 * @param repetitions how often it goes off at most after the first time; -1 without end
 * @param calendar where a duration is counted in working time: the name of the calendar
 */
record Alarm(Moment moment, int repetitions, @Nullable String calendar) implements Trigger {

    /** When a timer goes off, as written or as the data say. */
    sealed interface Moment {}

    record At(Instant instant) implements Moment {}

    record After(String duration) implements Moment {}

    /** At an instant, and then each time after this. */
    record Since(Instant first, String duration) implements Moment {}

    record Said(Expression expression) implements Moment {}

    /** What the moment is for this data: a duration, an instant as well, or why it is neither. */
    record Decided(
            @Nullable Instant instant,
            FlowSpan span,
            @Nullable String failure) {

        static Decided at(Instant instant) {
            return new Decided(instant, FlowSpan.at(instant), null);
        }
    }

    Decided decide(Map<String, Object> data, Instant now) {
        return switch (moment) {
            case At at -> Decided.at(at.instant());
            case After after -> new Decided(null, span(after.duration()), null);
            case Since since -> new Decided(since.first(), span(since.duration()), null);
            case Said said -> {
                var answer = said.expression().evaluate(data, now);
                var instant = Moments.instant(answer.value(), said.expression().zone());
                if (instant != null) {
                    yield Decided.at(instant);
                }
                var text = String.valueOf(answer.value());
                var reason = answer.failure() != null
                        ? answer.failure()
                        : "It says " + text + ", which is neither a time nor a duration";
                yield new Decided(null, span(text), FlowSpan.isDuration(text) ? null : reason);
            }
        };
    }

    FlowSpan span(String duration) {
        return new FlowSpan(duration, calendar == null ? Unit.WALL : Unit.WORKING, calendar);
    }
}

package zhangfa.process.definition;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.function.Function;
import java.util.stream.Stream;
import zhangfa.calendar.WorkingTime;
import zhangfa.flow.FlowLimit;
import zhangfa.flow.FlowSpan;
import zhangfa.flow.FlowSpan.Unit;

/** Lengths of time as models write them (ISO 8601), and what of them this runtime can keep. */
public final class Spans {

    /** Whoever stands above the person who answers for a task. */
    public static final String SUPERIOR = "superior";

    private Spans() {}

    /** The part of a wall-clock length that is counted in days, weeks, months and years. */
    public static Period days(String value) {
        var days = value.split("T", 2)[0];
        return days.equals("P") ? Period.ZERO : Period.parse(days);
    }

    /** The part of a wall-clock length that is counted in hours and less. */
    public static Duration time(String value) {
        var time = value.indexOf('T');
        return time < 0 ? Duration.ZERO : Duration.parse("P" + value.substring(time));
    }

    /** Lengths of a limit that come to nothing, or that working time cannot be counted in, such as months. */
    static Stream<FlowSpan> unusable(FlowLimit limit) {
        return Stream.of(Stream.of(limit.within()), Stream.ofNullable(limit.warn()), Stream.ofNullable(limit.urge()))
                .flatMap(Function.identity())
                .filter(span -> !isUsable(span));
    }

    static boolean isUsable(FlowSpan span) {
        try {
            return span.unit() == Unit.WORKING ? isWork(span.value()) : isTime(span.value());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    /** Whether it is no more than some seconds. */
    static boolean isUnderAMinute(String value) {
        return days(value).isZero() && time(value).compareTo(Duration.ofMinutes(1)) < 0;
    }

    private static boolean isWork(String value) {
        var time = WorkingTime.parse(value);
        return time.days() > 0 || !time.hours().isZero();
    }

    private static boolean isTime(String value) {
        return !days(value).isZero() || !time(value).isZero();
    }
}

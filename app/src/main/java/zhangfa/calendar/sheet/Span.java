package zhangfa.calendar.sheet;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import zhangfa.calendar.Shift;

/** A stretch of work as it is written: {@code {"from":"09:00","to":"12:00"}}; over midnight where it ends before it begins. */
public record Span(@Nullable String from, @Nullable String to) {

    public static Span of(Shift shift) {
        return new Span(shift.from().toString(), shift.to().toString());
    }

    Shift shift() {
        return new Shift(LocalTime.parse(String.valueOf(from)), LocalTime.parse(String.valueOf(to)));
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}

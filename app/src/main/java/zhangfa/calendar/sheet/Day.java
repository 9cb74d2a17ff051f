package zhangfa.calendar.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import zhangfa.calendar.SpecialDay;

/**
 * A special day as it is written.
 *
 * @param kind {@code holiday}, {@code make_up} or {@code hours}
 * @param hours of a day of the kind {@code hours}
 */
public record Day(
        @Nullable String date,
        @Nullable String kind,
        @Nullable String name,
        @Nullable List<Span> hours) {

    public static Day of(SpecialDay day) {
        return new Day(
                day.date().toString(),
                day.kind().name().toLowerCase(Locale.ROOT),
                day.name(),
                day.shifts().isEmpty()
                        ? null
                        : day.shifts().stream().map(Span::of).toList());
    }

    /** The date of a day that was read already. */
    public LocalDate when() {
        return LocalDate.parse(String.valueOf(date));
    }

    SpecialDay special() {
        var shifts = hours == null ? List.<Span>of() : hours;
        return new SpecialDay(
                when(),
                SpecialDay.Kind.valueOf(String.valueOf(kind).toUpperCase(Locale.ROOT)),
                String.valueOf(name),
                shifts.stream().map(Span::shift).toList());
    }
}

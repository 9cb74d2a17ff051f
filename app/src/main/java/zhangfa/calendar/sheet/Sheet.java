package zhangfa.calendar.sheet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import zhangfa.calendar.BusinessCalendar;
import zhangfa.calendar.Shift;
import zhangfa.calendar.SpecialDay;

/**
 * A calendar as it is written, stored and shown by the API. A sheet that {@link SheetCheck} let pass has no null in it.
 *
 * @param zone an IANA time zone, such as {@code Asia/Shanghai}
 * @param inherits whether the special days of the next calendar above hold too; this one's own go before them
 * @param hours by weekday, {@code monday} to {@code sunday}; one that is missing is a day off
 * @param days the special days of its own, by date
 */
public record Sheet(
        @Nullable String name, @Nullable String zone, boolean inherits, Map<String, List<Span>> hours, List<Day> days) {

    public Sheet {
        hours = Objects.requireNonNullElse(hours, Map.of());
        days = Objects.requireNonNullElse(days, List.of());
    }

    /** The calendar it describes, over the special days that it inherits. */
    public BusinessCalendar calendar(Collection<SpecialDay> inherited) {
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        hours.forEach((day, spans) ->
                week.put(weekday(day), spans.stream().map(Span::shift).toList()));
        var special = new TreeMap<LocalDate, SpecialDay>();
        if (inherits) {
            inherited.forEach(day -> special.put(day.date(), day));
        }
        days.forEach(day -> special.put(day.when(), day.special()));
        return new BusinessCalendar(ZoneId.of(String.valueOf(zone)), week, List.copyOf(special.values()));
    }

    /** The same with these days in the place of whatever was said about them. */
    public Sheet with(Collection<SpecialDay> more) {
        var byDate = new TreeMap<LocalDate, Day>();
        days.forEach(day -> byDate.put(day.when(), day));
        more.forEach(day -> byDate.put(day.date(), Day.of(day)));
        return new Sheet(name, zone, inherits, hours, List.copyOf(byDate.values()));
    }

    /** The same without its own special days from the first date to the last. */
    public Sheet without(LocalDate from, LocalDate to) {
        var left = days.stream()
                .filter(day -> day.when().isBefore(from) || day.when().isAfter(to))
                .toList();
        return new Sheet(name, zone, inherits, hours, left);
    }

    /** Days that are said otherwise here than there, by date. */
    public List<Day> daysOtherThan(Sheet other) {
        return days.stream().filter(day -> !other.days.contains(day)).toList();
    }

    static DayOfWeek weekday(String name) {
        return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
    }
}

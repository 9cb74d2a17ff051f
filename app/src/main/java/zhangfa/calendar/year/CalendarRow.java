package zhangfa.calendar.year;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.calendar.sheet.Span;

/**
 * A calendar in the list.
 *
 * @param unit the name of the unit whose it is; null for the company's
 * @param days the hours of each weekday, Monday first; empty on a day off
 */
public record CalendarRow(
        UUID id, String name, @Nullable String unit, String zone, Duration workday, List<WeekdayHours> days) {

    /** The hours of one or several weekdays in a row, as text; empty on a day off. */
    public record WeekdayHours(String from, String to, String hours) {}

    static List<WeekdayHours> week(Map<String, List<Span>> hours) {
        var week = new ArrayList<WeekdayHours>();
        for (var day : WeekForm.WEEKDAYS) {
            var text = HoursText.write(hours.getOrDefault(day, List.of()));
            if (!week.isEmpty() && week.getLast().hours().equals(text)) {
                week.add(new WeekdayHours(week.removeLast().from(), day, text));
            } else {
                week.add(new WeekdayHours(day, day, text));
            }
        }
        return week;
    }
}

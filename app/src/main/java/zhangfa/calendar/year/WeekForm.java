package zhangfa.calendar.year;

import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import zhangfa.calendar.sheet.Sheet;
import zhangfa.calendar.sheet.Span;

/**
 * Name, zone and hours of a calendar as they are typed.
 *
 * @param hours by weekday, Monday first; empty for a day off
 */
public record WeekForm(String name, String zone, boolean inherits, Map<String, String> hours) {

    public static final List<String> WEEKDAYS = Stream.of(DayOfWeek.values())
            .map(day -> day.name().toLowerCase(Locale.ROOT))
            .toList();

    static WeekForm of(Sheet sheet) {
        var hours = new LinkedHashMap<String, String>();
        WEEKDAYS.forEach(day -> hours.put(day, HoursText.write(sheet.hours().getOrDefault(day, List.of()))));
        return new WeekForm(String.valueOf(sheet.name()), String.valueOf(sheet.zone()), sheet.inherits(), hours);
    }

    /** From the fields {@code name}, {@code zone}, {@code inherits} and {@code hours.monday} and so on. */
    static WeekForm typed(Map<String, String> fields) {
        var hours = new LinkedHashMap<String, String>();
        WEEKDAYS.forEach(day -> hours.put(day, fields.getOrDefault("hours." + day, "")));
        return new WeekForm(
                fields.getOrDefault("name", ""),
                fields.getOrDefault("zone", "").strip(),
                fields.containsKey("inherits"),
                hours);
    }

    /** The sheet with these in the place of its own, and its special days as they are. */
    Sheet in(Sheet sheet) {
        var spans = new LinkedHashMap<String, List<Span>>();
        hours.forEach((day, text) -> {
            if (!text.isBlank()) {
                spans.put(day, HoursText.read(text));
            }
        });
        return new Sheet(name, zone, inherits, spans, sheet.days());
    }
}

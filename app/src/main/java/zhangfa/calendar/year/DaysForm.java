package zhangfa.calendar.year;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import zhangfa.api.Refusal;
import zhangfa.calendar.sheet.Day;
import zhangfa.calendar.sheet.Sheet;

/**
 * Some days to be arranged otherwise, as they are typed.
 *
 * @param kind of a special day, or {@code usual} to make them usual again
 */
public record DaysForm(String from, String to, String kind, String reason, String hours) {

    static final DaysForm EMPTY = new DaysForm("", "", "holiday", "", "");
    private static final int MOST_DAYS = 366;
    private static final List<String> KINDS = List.of("holiday", "make_up", "hours", "usual");

    static DaysForm typed(Map<String, String> fields) {
        UnaryOperator<String> field = name -> fields.getOrDefault(name, "").strip();
        return new DaysForm(
                field.apply("from"),
                field.apply("to"),
                field.apply("kind"),
                field.apply("reason"),
                field.apply("day_hours"));
    }

    /** The sheet with these days arranged so; what each says is checked with the whole sheet. */
    Sheet in(Sheet sheet) {
        var first = date(from, "/from");
        var last = to.isEmpty() ? first : date(to, "/to");
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS))) {
            throw Refusal.invalid("/to", "{calendar.range-wrong}");
        }
        if (!KINDS.contains(kind)) {
            throw Refusal.invalid("/kind", "{form.required}");
        }
        var without = sheet.without(first, last);
        return kind.equals("usual") ? without : with(without, first, last);
    }

    private Sheet with(Sheet sheet, LocalDate first, LocalDate last) {
        if (reason.isEmpty()) {
            throw Refusal.invalid("/reason", "{calendar.name-wrong}");
        }
        var spans = kind.equals("hours") ? HoursText.read(hours) : null;
        if (spans != null && spans.isEmpty()) {
            throw Refusal.invalid("/day_hours", "{calendar.hours-wrong}");
        }
        var days = new ArrayList<Day>(sheet.days());
        first.datesUntil(last.plusDays(1)).forEach(date -> days.add(new Day(date.toString(), kind, reason, spans)));
        return new Sheet(sheet.name(), sheet.zone(), sheet.inherits(), sheet.hours(), days);
    }

    /** The field in which what is wrong with one of the days was typed. */
    static String field(String pointer) {
        return pointer.replaceFirst("^/days/\\d+/hours.*", "/day_hours")
                .replaceFirst("^/days/\\d+/name$", "/reason")
                .replaceFirst("^/days/\\d+(/date)?$", "/from");
    }

    private static LocalDate date(String text, String pointer) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(pointer, "{calendar.date-wrong}");
        }
    }
}

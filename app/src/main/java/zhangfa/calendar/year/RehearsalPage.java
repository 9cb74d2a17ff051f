package zhangfa.calendar.year;

import java.util.List;
import zhangfa.calendar.almanac.Rehearsal;
import zhangfa.calendar.year.CalendarRow.WeekdayHours;

/**
 * A change before it is made.
 *
 * @param hours of the week after the change
 * @param version of the calendar that the change was made to
 * @param sheet the calendar after the change, as it is sent back to be confirmed; empty where it is given up
 * @param leftOut how many events of a file were not taken
 */
public record RehearsalPage(
        CalendarRow calendar, Rehearsal rehearsal, List<WeekdayHours> hours, long version, String sheet, int leftOut) {

    public boolean isClosure() {
        return sheet.isEmpty();
    }

    public boolean changesHours() {
        return !hours.equals(calendar.days())
                || !calendar.zone().equals(rehearsal.becomes().zone());
    }
}

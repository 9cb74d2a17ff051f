package zhangfa.rulebook.monthend;

import static java.util.stream.Collectors.groupingBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import zhangfa.calendar.BusinessCalendar;
import zhangfa.rulebook.occurrence.OccurrenceRow;

/** A month as a wall calendar shows it, week by week from Monday, with what is due on each day. */
public record MonthGrid(YearMonth month, List<List<Day>> weeks) {

    /** A day, also of the month before or after where the week reaches there. */
    public record Day(LocalDate date, boolean inside, boolean off, boolean today, List<OccurrenceRow> rows) {

        public String css() {
            return (inside ? "" : " agenda__day--outside")
                    + (off ? " agenda__day--off" : "")
                    + (rows.isEmpty() ? " agenda__day--empty" : "");
        }
    }

    static MonthGrid of(YearMonth month, List<OccurrenceRow> rows, BusinessCalendar calendar, LocalDate today) {
        var due = rows.stream().collect(groupingBy(OccurrenceRow::dueOn));
        var from = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var weeks = Stream.iterate(from, monday -> !monday.isAfter(month.atEndOfMonth()), monday -> monday.plusWeeks(1))
                .map(monday -> monday.datesUntil(monday.plusWeeks(1))
                        .map(day -> new Day(
                                day,
                                YearMonth.from(day).equals(month),
                                !calendar.isWorkday(day),
                                day.equals(today),
                                due.getOrDefault(day, List.of())))
                        .toList())
                .toList();
        return new MonthGrid(month, weeks);
    }

    /** Whether nothing is due in it. */
    public boolean isEmpty() {
        return weeks.stream().flatMap(List::stream).allMatch(day -> day.rows().isEmpty());
    }
}

package zhangfa.calendar.year;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import zhangfa.calendar.BusinessCalendar;
import zhangfa.calendar.SpecialDay;
import zhangfa.calendar.sheet.Span;

/** A year of a calendar at a glance. */
public record YearView(int year, List<MonthView> months, List<Stretch> special) {

    /**
     * Special days in a row that are the same.
     *
     * @param hours of days with other hours, in words
     */
    public record Stretch(LocalDate from, LocalDate to, String kind, String name, String hours) {

        public long days() {
            return ChronoUnit.DAYS.between(from, to) + 1;
        }

        boolean goesOnWith(Stretch next) {
            return to.plusDays(1).equals(next.from)
                    && kind.equals(next.kind)
                    && name.equals(next.name)
                    && hours.equals(next.hours);
        }
    }

    static YearView of(BusinessCalendar calendar, int year, LocalDate today) {
        var months = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> MonthView.of(calendar, LocalDate.of(year, month, 1), today))
                .toList();
        return new YearView(year, months, special(calendar, year));
    }

    public long workdays() {
        return months.stream().mapToLong(MonthView::workdays).sum();
    }

    public boolean isWithoutHolidays() {
        return special.stream().noneMatch(day -> day.kind().equals("holiday"));
    }

    private static List<Stretch> special(BusinessCalendar calendar, int year) {
        var stretches = new ArrayList<Stretch>();
        calendar.specialDays()
                .filter(day -> day.date().getYear() == year)
                .map(YearView::stretch)
                .forEach(next -> {
                    if (!stretches.isEmpty() && stretches.getLast().goesOnWith(next)) {
                        var last = stretches.removeLast();
                        stretches.add(new Stretch(last.from(), next.to(), next.kind(), next.name(), next.hours()));
                    } else {
                        stretches.add(next);
                    }
                });
        return stretches;
    }

    private static Stretch stretch(SpecialDay day) {
        var hours = HoursText.write(day.shifts().stream().map(Span::of).toList());
        return new Stretch(day.date(), day.date(), kind(day), day.name(), hours);
    }

    static String kind(SpecialDay day) {
        return day.kind().name().toLowerCase(Locale.ROOT);
    }
}

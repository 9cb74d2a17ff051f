package zhangfa.calendar.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.calendar.BusinessCalendar;

/**
 * A month as it hangs on the wall, Monday first.
 *
 * @param before how many days of the first week belong to the month before
 */
public record MonthView(int month, int before, List<DayCell> days) {

    /**
     * One day.
     *
     * @param kind what is special about it, or null
     * @param name why, or null
     */
    public record DayCell(
            LocalDate date,
            boolean worked,
            boolean today,
            @Nullable String kind,
            @Nullable String name) {

        public String css() {
            var look = kind == null ? (worked ? "work" : "off") : kind.replace('_', '-');
            return "month__day month__day--" + look + (today ? " month__day--today" : "");
        }
    }

    static MonthView of(BusinessCalendar calendar, LocalDate first, LocalDate today) {
        var days = first.datesUntil(first.plusMonths(1))
                .map(date -> {
                    var special = calendar.special(date);
                    return new DayCell(
                            date,
                            calendar.isWorkday(date),
                            date.equals(today),
                            special.map(YearView::kind).orElse(null),
                            special.map(day -> day.name()).orElse(null));
                })
                .toList();
        return new MonthView(first.getMonthValue(), first.getDayOfWeek().getValue() - 1, days);
    }

    public long workdays() {
        return days.stream().filter(DayCell::worked).count();
    }

    /** Seven places each; a place without a day is null. */
    public List<List<@Nullable DayCell>> weeks() {
        var places = new ArrayList<@Nullable DayCell>();
        for (var each = 0; each < before; each++) {
            places.add(null);
        }
        places.addAll(days);
        while (places.size() % 7 != 0) {
            places.add(null);
        }
        var weeks = new ArrayList<List<@Nullable DayCell>>();
        for (var each = 0; each < places.size(); each += 7) {
            weeks.add(places.subList(each, each + 7));
        }
        return weeks;
    }
}

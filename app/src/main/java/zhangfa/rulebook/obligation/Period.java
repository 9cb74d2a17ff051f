package zhangfa.rulebook.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import zhangfa.calendar.BusinessCalendar;

/**
 * One week, month, quarter or year.
 *
 * @param until the first day of the next one
 */
public record Period(String key, LocalDate from, LocalDate until) {

    /**
     * The end of work on one of its workdays.
     *
     * @param workday which one; counted from the end where negative. A short period has fewer: then its last, or its first
     * @return empty where nobody works in the whole period
     */
    public Optional<Instant> due(int workday, BusinessCalendar calendar) {
        var workdays = from.datesUntil(until).filter(calendar::isWorkday).toList();
        if (workdays.isEmpty()) {
            return Optional.empty();
        }
        var wanted = workday > 0 ? workday - 1 : workdays.size() + workday;
        return Optional.of(endOf(workdays.get(Math.clamp(wanted, 0, workdays.size() - 1)), calendar));
    }

    private static Instant endOf(LocalDate day, BusinessCalendar calendar) {
        var shift = calendar.hoursOn(day).getLast();
        var end = (shift.endsNextDay() ? day.plusDays(1) : day).atTime(shift.to());
        return end.atZone(calendar.zone()).toInstant();
    }
}

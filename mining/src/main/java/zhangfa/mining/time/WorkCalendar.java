package zhangfa.mining.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import zhangfa.mining.log.Moments;

/**
 * The hours of a business: the same every week, but for days that have hours of their own, such as holidays and the days that make up for them. On the
 * clocks of a zone; a time that these skip is read with the offset before, one that they show twice is the first (RFC 5545, 3.3.5). For several threads.
 */
public final class WorkCalendar implements WorkingTime {

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Hours>> week;
    private final Map<LocalDate, List<Hours>> days;
    private final Map<Integer, Spans> years = new ConcurrentHashMap<>();

    /** Hours of work that begin on a day, in local time; they end on the next where {@code to} is not after {@code from}. */
    public record Hours(LocalTime from, LocalTime to) {}

    /**
     * @param week the hours of each weekday; one that is missing is a day off
     * @param days the hours of days on which those of their weekday do not hold; none on a holiday
     */
    public WorkCalendar(ZoneId zone, Map<DayOfWeek, List<Hours>> week, Map<LocalDate, List<Hours>> days) {
        this.zone = zone;
        this.week = Map.copyOf(week);
        this.days = Map.copyOf(days);
    }

    @Override
    public long between(long from, long to) {
        var worked = 0L;
        // What begins on the last day of a year may end in the next.
        for (var year = year(from - 1) - 1; year <= year(to); year++) {
            worked += years.computeIfAbsent(year, this::laidOut).within(from, to);
        }
        return worked;
    }

    private int year(long moment) {
        return Moments.instant(moment).atZone(zone).getYear();
    }

    private Spans laidOut(int year) {
        var first = LocalDate.of(year, 1, 1);
        var intervals = first.datesUntil(first.plusYears(1))
                .flatMap(day -> hoursOn(day).stream()
                        .map(hours -> new Interval(
                                moment(day, hours.from()),
                                moment(hours.to().isAfter(hours.from()) ? day : day.plusDays(1), hours.to()))))
                .toList();
        return Spans.of(intervals);
    }

    private List<Hours> hoursOn(LocalDate day) {
        var own = days.get(day);
        return own == null ? week.getOrDefault(day.getDayOfWeek(), List.of()) : own;
    }

    private long moment(LocalDate day, LocalTime time) {
        return Moments.of(day.atTime(time).atZone(zone).toInstant());
    }
}

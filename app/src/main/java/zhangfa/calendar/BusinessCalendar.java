package zhangfa.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When work is done: hours for each weekday, and the days on which they do not hold. Immutable and safe to share; a year is
 * laid out when it is first asked about, afterwards every question is a binary search.
 *
 * <p>Local times become instants as RFC 5545 §3.3.5 says: a time that occurs twice means its first occurrence, a time that a
 * change of the offset skips is read with the offset before it. So working time is time that passes, also in such a night.
 * Answers are exact to the millisecond and never look farther than {@value #HORIZON} years.
 */
public final class BusinessCalendar {

    private static final int HORIZON = 200;

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Shift>> week;
    private final Map<LocalDate, SpecialDay> specialDays;
    private final Duration workday;
    private final DayOfWeek usualDay;
    private final Map<Integer, WorkingYear> years = new ConcurrentHashMap<>();

    /**
     * @param week the hours of each weekday; a weekday without any is a day off
     * @throws IllegalArgumentException where no weekday has hours, or stretches of one day lie over each other
     */
    public BusinessCalendar(ZoneId zone, Map<DayOfWeek, List<Shift>> week, List<SpecialDay> specialDays) {
        var hours = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        week.forEach((day, shifts) -> hours.put(day, sorted(shifts)));
        this.zone = zone;
        this.week = hours;
        this.specialDays = specialDays.stream().collect(Collectors.toUnmodifiableMap(SpecialDay::date, day -> day));
        this.usualDay = hours.entrySet().stream()
                .filter(day -> !day.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("A week without working time never gets anything done"));
        this.workday = usual(hours.values());
    }

    public ZoneId zone() {
        return zone;
    }

    /** The hours of a weekday, in order; empty on a day off. */
    public List<Shift> hoursOf(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    /** What is special about this day, if anything is. */
    public Optional<SpecialDay> special(LocalDate date) {
        return Optional.ofNullable(specialDays.get(date));
    }

    public Stream<SpecialDay> specialDays() {
        return specialDays.values().stream().sorted(Comparator.comparing(SpecialDay::date));
    }

    /**
     * The hours that begin on this day, in order. A make-up workday has the hours of its weekday where it has any, else those
     * of the first weekday that is worked.
     */
    public List<Shift> hoursOn(LocalDate date) {
        var usual = hoursOf(date.getDayOfWeek());
        var special = specialDays.get(date);
        if (special == null) {
            return usual;
        }
        return switch (special.kind()) {
            case HOLIDAY -> List.of();
            case MAKE_UP -> usual.isEmpty() ? hoursOf(usualDay) : usual;
            case HOURS -> sorted(special.shifts());
        };
    }

    /** Whether any work begins on this day. */
    public boolean isWorkday(LocalDate date) {
        return !hoursOn(date).isEmpty();
    }

    /** This day where it is a workday, else the next one. */
    public LocalDate workdayFrom(LocalDate date) {
        return date.datesUntil(date.plusYears(HORIZON))
                .filter(this::isWorkday)
                .findFirst()
                .orElseThrow();
    }

    /** How many workdays there are from the first day on, before the second. */
    public long workdaysBetween(LocalDate from, LocalDate before) {
        return from.datesUntil(before).filter(this::isWorkday).count();
    }

    public boolean isWorkingAt(Instant at) {
        return year(yearOf(at)).isWorkingAt(at.toEpochMilli());
    }

    /**
     * The length of one workday as a unit: the working time of most weekdays, of the longest where there are as many of each.
     * "3 workdays" is three times that, however long the days are that it falls on.
     */
    public Duration workday() {
        return workday;
    }

    /** How much working time that is here. */
    public Duration lengthOf(WorkingTime time) {
        return workday.multipliedBy(time.days()).plus(time.hours());
    }

    /** The working time from one instant to another; negative where the second is the earlier. */
    public Duration workingTimeBetween(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return workingTimeBetween(to, from).negated();
        }
        var first = yearOf(from);
        var last = yearOf(to);
        if (last - first > HORIZON) {
            throw new IllegalArgumentException("Too far apart: " + from + " and " + to);
        }
        var worked = year(last).workedUntil(to.toEpochMilli()) - year(first).workedUntil(from.toEpochMilli());
        for (var between = first; between < last; between++) {
            worked += year(between).worked();
        }
        return Duration.ofMillis(worked);
    }

    /**
     * The first instant at which so much working time has passed: the end of a working stretch, not the beginning of the next.
     *
     * @param time not below zero; zero answers the instant itself, also outside working time
     */
    public Instant plus(Instant from, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Cannot count working time backwards: " + time);
        }
        if (time.isZero()) {
            return from;
        }
        var first = yearOf(from);
        var wanted = Math.addExact(year(first).workedUntil(from.toEpochMilli()), time.toMillis());
        for (var at = first; at <= first + HORIZON; at++) {
            var year = year(at);
            if (wanted <= year.worked()) {
                return Instant.ofEpochMilli(year.whenWorked(wanted));
            }
            wanted -= year.worked();
        }
        throw new IllegalArgumentException("More working time than in " + HORIZON + " years: " + time);
    }

    /**
     * Where to begin so that so much working time passes until then: {@link #plus} backwards.
     *
     * @param time not below zero; zero answers the instant itself, also outside working time
     */
    public Instant minus(Instant until, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Cannot count working time forwards: " + time);
        }
        if (time.isZero()) {
            return until;
        }
        var last = yearOf(until);
        var wanted = year(last).workedUntil(until.toEpochMilli()) - time.toMillis();
        for (var at = last; at >= last - HORIZON; at--) {
            if (wanted > 0) {
                return Instant.ofEpochMilli(year(at).whenWorked(wanted));
            }
            wanted += year(at - 1).worked();
        }
        throw new IllegalArgumentException("More working time than in " + HORIZON + " years: " + time);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BusinessCalendar calendar
                && zone.equals(calendar.zone)
                && week.equals(calendar.week)
                && specialDays.equals(calendar.specialDays);
    }

    @Override
    public int hashCode() {
        return Objects.hash(zone, week, specialDays);
    }

    private WorkingYear year(int year) {
        return years.computeIfAbsent(year, wanted -> WorkingYear.of(wanted, this));
    }

    private int yearOf(Instant at) {
        return at.atZone(zone).getYear();
    }

    private static List<Shift> sorted(List<Shift> shifts) {
        if (Shift.overlap(shifts)) {
            throw new IllegalArgumentException("Working hours of one day lie over each other: " + shifts);
        }
        return shifts.stream().sorted(Comparator.comparing(Shift::from)).toList();
    }

    private static Duration usual(Collection<List<Shift>> days) {
        var often = days.stream()
                .filter(shifts -> !shifts.isEmpty())
                .map(shifts -> shifts.stream().map(Shift::length).reduce(Duration.ZERO, Duration::plus))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return often.entrySet().stream()
                .max(Map.Entry.<Duration, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }
}

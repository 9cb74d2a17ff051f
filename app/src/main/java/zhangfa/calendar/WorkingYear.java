package zhangfa.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One year of a calendar laid out: its stretches of work in order, none touching another, and how much was worked before
 * each. All times are milliseconds since 1970.
 */
final class WorkingYear {

    private record Stretch(long from, long to) {}

    private final long[] from;
    private final long[] to;
    private final long[] before;
    private final long worked;

    private WorkingYear(List<Stretch> stretches) {
        from = stretches.stream().mapToLong(Stretch::from).toArray();
        to = stretches.stream().mapToLong(Stretch::to).toArray();
        before = new long[from.length];
        var sum = 0L;
        for (var each = 0; each < from.length; each++) {
            before[each] = sum;
            sum += to[each] - from[each];
        }
        worked = sum;
    }

    static WorkingYear of(int year, BusinessCalendar calendar) {
        var zone = calendar.zone();
        var first = LocalDate.of(year, 1, 1);
        var begin = millis(first.atStartOfDay(), zone);
        var end = millis(first.plusYears(1).atStartOfDay(), zone);
        var stretches = new ArrayList<Stretch>();
        // The night of New Year's Eve reaches into this year.
        first.minusDays(1)
                .datesUntil(first.plusYears(1))
                .forEach(day -> calendar.hoursOn(day)
                        .forEach(shift -> stretches.add(new Stretch(
                                Math.max(begin, millis(shift.beginsOn(day), zone)),
                                Math.min(end, millis(shift.endsOn(day), zone))))));
        return new WorkingYear(apart(stretches));
    }

    /** In the whole year. */
    long worked() {
        return worked;
    }

    long workedUntil(long at) {
        var last = lastBegunBy(at, from);
        return last < 0 ? 0 : before[last] + Math.min(at, to[last]) - from[last];
    }

    boolean isWorkingAt(long at) {
        var last = lastBegunBy(at, from);
        return last >= 0 && at < to[last];
    }

    /** The first moment at which so much was worked, more than nothing and no more than in the whole year. */
    long whenWorked(long wanted) {
        var stretch = lastBegunBy(wanted - 1, before);
        return from[stretch] + wanted - before[stretch];
    }

    private static int lastBegunBy(long at, long[] beginnings) {
        var found = Arrays.binarySearch(beginnings, at);
        return found >= 0 ? found : -found - 2;
    }

    /** Joins what touches or lies over each other, such as a night and a morning after a special day, and drops what a changed offset swallowed. */
    private static List<Stretch> apart(List<Stretch> stretches) {
        var apart = new ArrayList<Stretch>();
        stretches.stream()
                .filter(stretch -> stretch.from() < stretch.to())
                .sorted(Comparator.comparingLong(Stretch::from))
                .forEach(next -> {
                    if (apart.isEmpty() || apart.getLast().to() < next.from()) {
                        apart.add(next);
                    } else {
                        var last = apart.removeLast();
                        apart.add(new Stretch(last.from(), Math.max(last.to(), next.to())));
                    }
                });
        return apart;
    }

    /** {@code atZone} takes the first of two occurrences, and the offset before a gap. */
    private static long millis(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant().toEpochMilli();
    }
}

package zhangfa.mining.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.List;

/** The same shifts every week, on the clocks of a zone; where these change, an hour of work is lost or won. */
final class WeeklyShifts implements Shifts {

    private static final long SECOND = 1_000_000L;
    private static final long DAY = 24 * 60 * 60 * SECOND;
    private static final long WEEK = 7 * DAY;
    private static final long FIRST_MONDAY = 4 * DAY;

    private final ZoneRules rules;
    private final long fixedOffset;
    private final Spans week = new Spans();

    WeeklyShifts(ZoneId zone, List<Hours> hours) {
        this.rules = zone.getRules();
        this.fixedOffset = rules.getOffset(Instant.EPOCH).getTotalSeconds() * SECOND;
        hours.stream()
                .sorted(Comparator.comparing(Hours::day).thenComparing(Hours::from))
                .forEach(this::add);
    }

    private void add(Hours hours) {
        var day = (hours.day().getValue() - 1) * DAY;
        var to = hours.to().equals(LocalTime.MIDNIGHT) ? DAY : hours.to().toNanoOfDay() / 1000;
        week.add(day + hours.from().toNanoOfDay() / 1000, day + to);
    }

    @Override
    public long between(long from, long to) {
        return worked(to) - worked(from);
    }

    @Override
    public long next(long moment) {
        if (week.total() == 0) {
            return NEVER;
        }
        var clock = clock(moment);
        var monday = monday(clock);
        var next = week.next(clock - monday);
        return next == clock - monday ? moment : moment(next == NEVER ? monday + WEEK + week.next(0) : monday + next);
    }

    @Override
    public long after(long moment, long work) {
        if (work == 0) {
            return moment;
        }
        if (week.total() == 0) {
            return NEVER;
        }
        var worked = worked(moment) + work;
        // Work that ends with the week ends at its last shift, not at the first of the next.
        var weeks = Math.floorDiv(worked - 1, week.total());
        return moment(FIRST_MONDAY + weeks * WEEK + week.after(worked - weeks * week.total()));
    }

    /** What was worked since the first Monday, negative before. */
    private long worked(long moment) {
        var clock = clock(moment);
        var monday = monday(clock);
        return (monday - FIRST_MONDAY) / WEEK * week.total() + week.until(clock - monday);
    }

    private static long monday(long clock) {
        return Math.floorDiv(clock - FIRST_MONDAY, WEEK) * WEEK + FIRST_MONDAY;
    }

    /** What the clocks of the zone show, as if it were UTC. */
    private long clock(long moment) {
        if (rules.isFixedOffset()) {
            return moment + fixedOffset;
        }
        return moment
                + rules.getOffset(Instant.ofEpochSecond(Math.floorDiv(moment, SECOND)))
                                .getTotalSeconds()
                        * SECOND;
    }

    private long moment(long clock) {
        if (rules.isFixedOffset()) {
            return clock - fixedOffset;
        }
        var time = LocalDateTime.ofEpochSecond(Math.floorDiv(clock, SECOND), 0, ZoneOffset.UTC);
        return clock - rules.getOffset(time).getTotalSeconds() * SECOND;
    }
}

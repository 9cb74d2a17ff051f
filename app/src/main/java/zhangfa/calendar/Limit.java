package zhangfa.calendar;

import java.time.Duration;

/**
 * How much working time something may take, and how much of it before the end to warn.
 *
 * @param time more than nothing; it stays that long when the days of a calendar change
 * @param warnBefore from zero to the whole time, when the warning is due at once
 */
public record Limit(Duration time, Duration warnBefore) {

    public Limit {
        if (!time.isPositive() || warnBefore.isNegative() || warnBefore.compareTo(time) > 0) {
            throw new IllegalArgumentException("No limit: " + time + ", with a warning " + warnBefore + " before it");
        }
    }

    /** As a rule says it, in the days of this calendar. */
    public static Limit of(WorkingTime time, WorkingTime warnBefore, BusinessCalendar calendar) {
        return new Limit(calendar.lengthOf(time), calendar.lengthOf(warnBefore));
    }

    /** The working time after which to warn. */
    Duration warning() {
        return time.minus(warnBefore);
    }
}

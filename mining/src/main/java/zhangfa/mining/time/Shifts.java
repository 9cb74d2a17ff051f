package zhangfa.mining.time;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** Working time that can also be counted forward; all in microseconds since 1970. */
public interface Shifts extends WorkingTime {

    /** The moment that never comes. */
    long NEVER = Long.MAX_VALUE;

    /** Day and night. */
    Shifts ALWAYS = new Shifts() {
        @Override
        public long between(long from, long to) {
            return to - from;
        }

        @Override
        public long next(long moment) {
            return moment;
        }

        @Override
        public long after(long moment, long work) {
            return moment + work;
        }
    };

    /** The first moment from this one on that is worked, or {@link #NEVER}. */
    long next(long moment);

    /** When so much work is done that begins at this moment and rests outside the shifts; {@link #NEVER} if it never is. */
    long after(long moment, long work);

    /**
     * Hours of one day of the week.
     *
     * @param to after {@code from}; midnight is the end of the day
     */
    record Hours(DayOfWeek day, LocalTime from, LocalTime to) {

        public Hours {
            if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
                throw new IllegalArgumentException("Hours end before they begin: %s to %s".formatted(from, to));
            }
        }
    }

    /** The same hours every week, on the clocks of a zone. */
    static Shifts weekly(ZoneId zone, List<Hours> hours) {
        return new WeeklyShifts(zone, hours);
    }

    /** These intervals only, which may come in any order and overlap. */
    static Shifts of(List<Interval> intervals) {
        return new ListedShifts(Spans.of(intervals));
    }
}

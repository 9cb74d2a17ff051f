package zhangfa.mining.time;

import java.util.List;

/** How much of a span of time is worked. */
@FunctionalInterface
public interface WorkingTime {

    /** Day and night. */
    WorkingTime ALWAYS = (from, to) -> to - from;

    /** Working microseconds between two moments, the first not after the second. */
    long between(long from, long to);

    /** A span of working time, in microseconds since 1970; the end is not in it. */
    record Interval(long from, long to) {

        public Interval {
            if (to < from) {
                throw new IllegalArgumentException("An interval ends before it begins: " + from + " to " + to);
            }
        }
    }

    /** Works in these intervals only, which may come in any order and overlap. */
    static WorkingTime of(List<Interval> intervals) {
        return Shifts.of(intervals);
    }
}

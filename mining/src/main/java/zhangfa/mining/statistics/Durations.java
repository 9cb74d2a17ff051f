package zhangfa.mining.statistics;

import java.util.Arrays;
import zhangfa.mining.log.EventLog;

/**
 * Some durations and what is asked of them; in microseconds, exact sums.
 *
 * @param median of an even number, the mean of the two in the middle
 */
public record Durations(int count, long sum, long min, long max, double median) {

    static final Durations NONE = new Durations(0, 0, 0, 0, 0);

    private static final double SECOND = 1e6;

    /** Of these durations, which are put into order. */
    public static Durations of(long... durations) {
        var count = durations.length;
        if (count == 0) {
            return NONE;
        }
        Arrays.sort(durations);
        var sum = 0L;
        for (var duration : durations) {
            sum += duration;
        }
        var upper = durations[count / 2];
        var lower = durations[(count - 1) / 2];
        return new Durations(count, sum, durations[0], durations[count - 1], (lower + upper) / 2.0);
    }

    /** From the first to the last time of each case that has any: how long cases took as far as the log knows. */
    public static Durations ofCases(EventLog log) {
        var durations = new long[log.cases()];
        var count = 0;
        for (var i = 0; i < log.cases(); i++) {
            var duration = ofCase(log, i);
            if (duration != EventLog.NO_TIME) {
                durations[count++] = duration;
            }
        }
        return of(Arrays.copyOf(durations, count));
    }

    /** From the first to the last end of an event of this case, or {@link EventLog#NO_TIME} where none has a time. */
    public static long ofCase(EventLog log, int caseNumber) {
        var first = Long.MAX_VALUE;
        var last = Long.MIN_VALUE;
        for (var event = log.first(caseNumber); event < log.last(caseNumber); event++) {
            var end = log.end(event);
            if (end != EventLog.NO_TIME) {
                first = Math.min(first, end);
                last = Math.max(last, end);
            }
        }
        return first == Long.MAX_VALUE ? EventLog.NO_TIME : last - first;
    }

    public double meanSeconds() {
        return count == 0 ? 0 : sum / SECOND / count;
    }

    public double medianSeconds() {
        return median / SECOND;
    }

    public double sumSeconds() {
        return sum / SECOND;
    }

    public double minSeconds() {
        return min / SECOND;
    }

    public double maxSeconds() {
        return max / SECOND;
    }
}

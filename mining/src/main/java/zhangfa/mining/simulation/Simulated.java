package zhangfa.mining.simulation;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.statistics.Durations;

/**
 * What a simulation showed.
 *
 * @param log every piece of work that was done, with its start, its end and who did it; the cases in the order in which
 *     they began
 * @param beginnings when each case began, before it waited for its first work
 * @param endings when each case was complete; {@link EventLog#NO_TIME} for one that never was
 * @param activities what was done, by activity
 * @param people who did it, by name
 */
@SuppressWarnings("ArrayRecordComponent") // one number for each of perhaps millions of cases
public record Simulated(
        EventLog log, long[] beginnings, long[] endings, Map<String, Done> activities, Map<String, Load> people) {

    /**
     * How often an activity was done and how long it waited and took in all, in microseconds.
     *
     * @param waited from when it could begin until it did, by the clock
     * @param worked working time
     */
    public record Done(long times, long waited, long worked) {

        public double meanWaitSeconds() {
            return times == 0 ? 0 : waited / 1e6 / times;
        }

        public double meanWorkSeconds() {
            return times == 0 ? 0 : worked / 1e6 / times;
        }
    }

    /** How long somebody worked, and how long their shifts were until the last work was done. */
    public record Load(long worked, long onDuty) {

        /** The share of their shifts that they worked; 0 for somebody who was never on duty. */
        public double utilisation() {
            return onDuty == 0 ? 0 : (double) worked / onDuty;
        }
    }

    /** How many cases came to an end; the others got stuck, or wait for people who never come. */
    public long complete() {
        return Arrays.stream(endings).filter(end -> end != EventLog.NO_TIME).count();
    }

    /** From beginning to end of each complete case, the first ones left out, in which all queues are still short. */
    public Durations cycleTimes(int leftOut) {
        return Durations.of(IntStream.range(leftOut, endings.length)
                .filter(one -> endings[one] != EventLog.NO_TIME)
                .mapToLong(one -> endings[one] - beginnings[one])
                .toArray());
    }
}

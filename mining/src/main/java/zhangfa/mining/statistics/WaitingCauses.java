package zhangfa.mining.statistics;

import static zhangfa.mining.log.EventLog.NOBODY;
import static zhangfa.mining.log.EventLog.NO_TIME;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.time.Spans;
import zhangfa.mining.time.WorkingTime;

/**
 * Why work waited. Work waits from when it was enabled until it starts; it is enabled by the last end, in its case, of what ended before it started (work
 * that overlaps it did not enable it). The first work of a case does not wait: nobody knows since when. Only logs that know starts and resources say more than
 * <i>other</i>.
 */
public final class WaitingCauses {

    private final EventLog log;
    private final Function<String, WorkingTime> calendars;
    private final long[] enabled;
    private final ResourceWork work;
    private final Waiting[] causes;

    private WaitingCauses(EventLog log, Function<String, WorkingTime> calendars) {
        this.log = log;
        this.calendars = calendars;
        this.enabled = Enablement.of(log);
        this.work = new ResourceWork(log);
        this.causes = new Waiting[log.events()];
    }

    /**
     * Finds the causes of all waiting.
     *
     * @param calendars when a resource works, by its name
     */
    public static WaitingCauses of(EventLog log, Function<String, WorkingTime> calendars) {
        var causes = new WaitingCauses(log, calendars);
        var ready = new long[log.events()];
        Arrays.fill(ready, NO_TIME);
        for (var batch : Batch.in(log)) {
            for (var event : batch.events()) {
                ready[event] = batch.ready();
            }
        }
        for (var event = 0; event < log.events(); event++) {
            causes.causes[event] = causes.of(event, ready[event]);
        }
        return causes;
    }

    /** Why this event waited. */
    public Waiting of(int event) {
        return causes[event];
    }

    /** All waiting for each activity. */
    public Map<String, Waiting> perActivity() {
        var sums = new TreeMap<String, Waiting>();
        for (var event = 0; event < causes.length; event++) {
            sums.merge(log.activities().get(log.activity(event)), causes[event], Waiting::plus);
        }
        return sums;
    }

    /** All waiting of the log. */
    public Waiting total() {
        var sum = Waiting.NONE;
        for (var waiting : causes) {
            sum = sum.plus(waiting);
        }
        return sum;
    }

    private Waiting of(int event, long ready) {
        var from = enabled[event];
        if (from == NO_TIME || log.start(event) <= from) {
            return Waiting.NONE;
        }
        var to = log.start(event);
        var collected = Math.clamp(ready, from, to);
        var who = log.resource(event);
        if (who == NOBODY) {
            return new Waiting(collected - from, 0, 0, 0, to - collected);
        }
        var longer = work.busy(event, collected, to, other -> waitsLonger(other, event));
        var anything = work.busy(event, collected, to, other -> true);
        var free = to - collected - anything.total();
        var calendar = calendars.apply(log.resources().get(who));
        var present = free == 0 ? 0 : present(calendar, anything, collected, to);
        return new Waiting(
                collected - from, longer.total(), anything.total() - longer.total(), free - present, present);
    }

    private boolean waitsLonger(int other, int event) {
        return enabled[other] == NO_TIME || enabled[other] <= enabled[event];
    }

    /** Working time of the resource in which it did nothing that the log knows. */
    private static long present(WorkingTime calendar, Spans busy, long from, long to) {
        return calendar.between(from, to) - busy.worked(calendar);
    }
}

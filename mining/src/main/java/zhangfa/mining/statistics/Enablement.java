package zhangfa.mining.statistics;

import static zhangfa.mining.log.EventLog.NO_TIME;

import java.util.Arrays;
import zhangfa.mining.log.EventLog;

/** Since when work could have been done. */
final class Enablement {

    private Enablement() {}

    /** By event, the last end in its case that is not after its start; {@link EventLog#NO_TIME} for the first work of a case. */
    static long[] of(EventLog log) {
        var enabled = new long[log.events()];
        for (var i = 0; i < log.cases(); i++) {
            var from = log.first(i);
            var to = log.last(i);
            var ends = new long[to - from];
            for (var event = from; event < to; event++) {
                ends[event - from] = log.end(event);
            }
            Arrays.sort(ends);
            for (var event = from; event < to; event++) {
                enabled[event] = before(log, event, ends);
            }
        }
        return enabled;
    }

    private static long before(EventLog log, int event, long[] ends) {
        var start = log.start(event);
        if (start == NO_TIME) {
            return NO_TIME;
        }
        var at = lastUpTo(start, ends);
        // An event without duration ends at its own start, which does not enable it.
        if (at >= 0 && log.end(event) == start && (at == 0 || ends[at - 1] != start) && ends[at] == start) {
            at--;
        }
        return at < 0 ? NO_TIME : ends[at];
    }

    private static int lastUpTo(long moment, long[] sorted) {
        var low = 0;
        var high = sorted.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (sorted[middle] <= moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}

package zhangfa.mining.statistics;

import static zhangfa.mining.log.EventLog.NOBODY;
import static zhangfa.mining.log.EventLog.NO_TIME;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.time.Spans;

/** What each resource worked on, in the order of time. */
final class ResourceWork {

    private final EventLog log;
    private final List<int[]> events = new ArrayList<>();
    private final List<long[]> latest = new ArrayList<>();

    ResourceWork(EventLog log) {
        this.log = log;
        var lists = new ArrayList<List<Integer>>();
        log.resources().forEach(resource -> lists.add(new ArrayList<>()));
        for (var event = 0; event < log.events(); event++) {
            if (log.resource(event) != NOBODY && log.end(event) != NO_TIME) {
                lists.get(log.resource(event)).add(event);
            }
        }
        for (var list : lists) {
            list.sort(Comparator.<Integer>comparingLong(log::start).thenComparingLong(log::end));
            var sorted = list.stream().mapToInt(Integer::intValue).toArray();
            events.add(sorted);
            latest.add(latestEnds(sorted));
        }
    }

    private long[] latestEnds(int[] sorted) {
        var ends = new long[sorted.length];
        for (var i = 0; i < sorted.length; i++) {
            ends[i] = i == 0 ? log.end(sorted[i]) : Math.max(ends[i - 1], log.end(sorted[i]));
        }
        return ends;
    }

    /** The events of a resource by their start. */
    int[] of(int resource) {
        return events.get(resource);
    }

    /** When, within a span, the resource of this event worked on others that count. */
    Spans busy(int event, long from, long to, IntPredicate counts) {
        var mine = events.get(log.resource(event));
        var ends = latest.get(log.resource(event));
        var found = new ArrayList<Integer>();
        for (var i = startingBefore(mine, to) - 1; i >= 0 && ends[i] > from; i--) {
            if (mine[i] != event && log.end(mine[i]) > from && counts.test(mine[i])) {
                found.add(mine[i]);
            }
        }
        var busy = new Spans();
        for (var other : found.reversed()) {
            busy.add(Math.max(from, log.start(other)), Math.min(to, log.end(other)));
        }
        return busy;
    }

    private int startingBefore(int[] mine, long moment) {
        var low = 0;
        var high = mine.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (log.start(mine[middle]) < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

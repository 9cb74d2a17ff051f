package zhangfa.mining.discovery;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Which activity directly follows which, and with which cases begin and end. Activities keep their numbers of the whole
 * log, whose order is that of their names; {@code present} are those of this part of the log.
 */
final class Follows {

    private final int[] present;
    private final int[] local;
    private final long[][] counts;
    private final long[] starts;
    private final long[] ends;

    private Follows(int[] present, int[] local, long[][] counts, long[] starts, long[] ends) {
        this.present = present;
        this.local = local;
        this.counts = counts;
        this.starts = starts;
        this.ends = ends;
    }

    /** The graph of a log in which one activity is passed over; -1 for none. */
    static Follows of(SubLog log, int activities, int passedOver) {
        var seen = new BitSet(activities);
        log.forEach((events, count) -> {
            for (var event : events) {
                seen.set(event);
            }
        });
        if (passedOver >= 0) {
            seen.clear(passedOver);
        }
        var graph = empty(seen, activities);
        log.forEach((events, count) -> graph.count(events, count, passedOver));
        return graph;
    }

    private static Follows empty(BitSet seen, int activities) {
        var present = seen.stream().toArray();
        var local = new int[activities];
        Arrays.fill(local, -1);
        for (var i = 0; i < present.length; i++) {
            local[present[i]] = i;
        }
        var size = present.length;
        return new Follows(present, local, new long[size][size], new long[size], new long[size]);
    }

    private void count(int[] events, long count, int passedOver) {
        var before = -1;
        for (var event : events) {
            if (event != passedOver) {
                var now = local[event];
                if (before < 0) {
                    starts[now] += count;
                } else {
                    counts[before][now] += count;
                }
                before = now;
            }
        }
        if (before >= 0) {
            ends[before] += count;
        }
    }

    /**
     * The graph without edges that are rare beside the strongest way on from their activity, the end of the case
     * included (Leemans 2014). An activity that loses all its edges is gone.
     */
    Follows withoutNoise(double threshold) {
        var kept = new long[size()][size()];
        var alive = new BitSet();
        for (var from = 0; from < size(); from++) {
            var strongest = Math.max(Arrays.stream(counts[from]).max().orElse(0), ends[from]);
            for (var to = 0; to < size(); to++) {
                if (counts[from][to] > 0 && counts[from][to] > threshold * strongest) {
                    kept[from][to] = counts[from][to];
                    alive.set(present[from]);
                    alive.set(present[to]);
                }
            }
            if (starts[from] > 0 || ends[from] > 0) {
                alive.set(present[from]);
            }
        }
        var rest = empty(alive, local.length);
        for (var i = 0; i < rest.size(); i++) {
            var from = local[rest.present[i]];
            rest.starts[i] = starts[from];
            rest.ends[i] = ends[from];
            for (var j = 0; j < rest.size(); j++) {
                rest.counts[i][j] = kept[from][local[rest.present[j]]];
            }
        }
        return rest;
    }

    int size() {
        return present.length;
    }

    /** The number in the whole log of the activity at this position. */
    int activity(int position) {
        return present[position];
    }

    boolean has(int from, int to) {
        return counts[from][to] > 0;
    }

    boolean hasNoEdge() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).allMatch(count -> count == 0);
    }

    boolean isStart(int position) {
        return starts[position] > 0;
    }

    boolean isEnd(int position) {
        return ends[position] > 0;
    }

    boolean isStartOfLog(int activity) {
        return local[activity] >= 0 && isStart(local[activity]);
    }

    boolean isEndOfLog(int activity) {
        return local[activity] >= 0 && isEnd(local[activity]);
    }

    /** What can be reached from each activity by one edge or more, itself left out. */
    BitSet[] reached() {
        var reached = IntStream.range(0, size())
                .mapToObj(from -> {
                    var row = new BitSet(size());
                    IntStream.range(0, size()).filter(to -> has(from, to)).forEach(row::set);
                    return row;
                })
                .toArray(BitSet[]::new);
        for (var over = 0; over < size(); over++) {
            for (var from = 0; from < size(); from++) {
                if (reached[from].get(over)) {
                    reached[from].or(reached[over]);
                }
            }
        }
        for (var from = 0; from < size(); from++) {
            reached[from].clear(from);
        }
        return reached;
    }
}

package zhangfa.mining.log;

import static zhangfa.mining.log.EventLog.NO_TIME;

import java.util.Arrays;
import java.util.Comparator;

/** Brings events together by case and into order: a counting sort over cases, then a look at each case, few of which need sorting. */
final class Grouping {

    private static final int FEW = 40;

    private final int[] firsts;
    private int[] order;

    private Grouping(int[] firsts, int[] order) {
        this.firsts = firsts;
        this.order = order;
    }

    static Grouping of(int[] caseOf, int events, int cases) {
        var firsts = new int[cases + 1];
        var together = true;
        for (var i = 0; i < events; i++) {
            firsts[caseOf[i] + 1]++;
            together &= i == 0 || caseOf[i] >= caseOf[i - 1];
        }
        for (var i = 0; i < cases; i++) {
            firsts[i + 1] += firsts[i];
        }
        if (together) {
            return new Grouping(firsts, new int[0]);
        }
        var next = firsts.clone();
        var order = new int[events];
        for (var i = 0; i < events; i++) {
            order[next[caseOf[i]]++] = i;
        }
        return new Grouping(firsts, order);
    }

    int[] firsts() {
        return firsts;
    }

    void sort(EventOrder by, long[] starts, long[] ends) {
        for (var i = 0; i + 1 < firsts.length; i++) {
            sort(firsts[i], firsts[i + 1], by, starts, ends);
        }
    }

    private void sort(int from, int to, EventOrder by, long[] starts, long[] ends) {
        var first = Long.MIN_VALUE;
        var second = Long.MIN_VALUE;
        for (var i = from; i < to; i++) {
            var event = place(i);
            var end = ends[event];
            var key = key(by, event, starts, ends);
            if (key == NO_TIME) {
                continue;
            }
            if (key < first || (key == first && by == EventOrder.BY_START && end < second)) {
                rearrange(from, to, by, starts, ends);
                return;
            }
            first = key;
            second = end;
        }
    }

    /** An event without a time stays behind the one before it. */
    private void rearrange(int from, int to, EventOrder by, long[] starts, long[] ends) {
        if (order.length == 0) {
            order = new int[firsts[firsts.length - 1]];
            Arrays.setAll(order, i -> i);
        }
        var keys = new long[to - from];
        var seconds = new long[to - from];
        for (var i = 0; i < keys.length; i++) {
            var key = key(by, order[from + i], starts, ends);
            var known = key != NO_TIME || i == 0;
            keys[i] = known ? key : keys[i - 1];
            seconds[i] = by == EventOrder.BY_END ? 0 : known ? ends[order[from + i]] : seconds[i - 1];
        }
        if (keys.length <= FEW) {
            insert(from, keys, seconds);
        } else {
            merge(from, keys, seconds);
        }
    }

    private void insert(int from, long[] keys, long[] seconds) {
        for (var i = 1; i < keys.length; i++) {
            var key = keys[i];
            var second = seconds[i];
            var event = order[from + i];
            var at = i;
            for (; at > 0 && (keys[at - 1] > key || (keys[at - 1] == key && seconds[at - 1] > second)); at--) {
                keys[at] = keys[at - 1];
                seconds[at] = seconds[at - 1];
                order[from + at] = order[from + at - 1];
            }
            keys[at] = key;
            seconds[at] = second;
            order[from + at] = event;
        }
    }

    private void merge(int from, long[] keys, long[] seconds) {
        var places = new Integer[keys.length];
        Arrays.setAll(places, i -> i);
        Arrays.sort(places, Comparator.<Integer>comparingLong(i -> keys[i]).thenComparingLong(i -> seconds[i]));
        var before = Arrays.copyOfRange(order, from, from + keys.length);
        for (var i = 0; i < places.length; i++) {
            order[from + i] = before[places[i]];
        }
    }

    private static long key(EventOrder by, int event, long[] starts, long[] ends) {
        return by == EventOrder.BY_START && event < starts.length && starts[event] != NO_TIME
                ? starts[event]
                : ends[event];
    }

    private int place(int index) {
        return order.length == 0 ? index : order[index];
    }

    int[] arrange(int[] column) {
        var events = firsts[firsts.length - 1];
        if (order.length == 0) {
            return column.length == events ? column : Arrays.copyOf(column, events);
        }
        var arranged = new int[events];
        for (var i = 0; i < events; i++) {
            arranged[i] = column[order[i]];
        }
        return arranged;
    }

    long[] arrange(long[] column) {
        var events = firsts[firsts.length - 1];
        if (order.length == 0) {
            return column.length == events ? column : Arrays.copyOf(column, events);
        }
        var arranged = new long[events];
        for (var i = 0; i < events; i++) {
            arranged[i] = column[order[i]];
        }
        return arranged;
    }

    Column arrange(Column column) {
        return order.length == 0 ? column : column.at(order);
    }
}

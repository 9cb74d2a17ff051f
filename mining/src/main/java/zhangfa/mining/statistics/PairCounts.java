package zhangfa.mining.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts of ordered pairs: a table where the numbers are few, which nearly all logs have, else by hash. */
final class PairCounts {

    interface Visitor {
        void visit(int from, int to, long count);
    }

    private static final int FEW = 1024;
    private static final long EMPTY = -1;

    private final int names;
    private final long[] table;
    private long[] keys;
    private long[] counts;
    private int size;

    PairCounts(int names) {
        this.names = names;
        var dense = names <= FEW;
        this.table = dense ? new long[names * names] : new long[0];
        this.keys = dense ? new long[0] : new long[1 << 14];
        this.counts = new long[keys.length];
        Arrays.fill(keys, EMPTY);
    }

    void add(int from, int to, long count) {
        if (keys.length == 0) {
            table[from * names + to] += count;
            return;
        }
        var key = ((long) from << 32) | to;
        var slot = slot(key);
        if (keys[slot] == EMPTY) {
            keys[slot] = key;
            size++;
        }
        counts[slot] += count;
        if (size * 2 > keys.length) {
            widen();
        }
    }

    long of(int from, int to) {
        return keys.length == 0 ? table[from * names + to] : counts[slot(((long) from << 32) | to)];
    }

    /** Every pair that was counted, in no order to rely on. */
    void forEach(Visitor visitor) {
        for (var i = 0; i < table.length; i++) {
            if (table[i] != 0) {
                visitor.visit(i / names, i % names, table[i]);
            }
        }
        for (var i = 0; i < keys.length; i++) {
            if (keys[i] != EMPTY) {
                visitor.visit((int) (keys[i] >>> 32), (int) keys[i], counts[i]);
            }
        }
    }

    /** Every pair by name, the most frequent first, equal ones by name. */
    List<DirectlyFollows.Edge> edges(List<String> called) {
        var edges = new ArrayList<DirectlyFollows.Edge>();
        forEach((from, to, count) -> edges.add(new DirectlyFollows.Edge(called.get(from), called.get(to), count)));
        edges.sort(DirectlyFollows.OFTEN_FIRST);
        return edges;
    }

    private int slot(long key) {
        var mask = keys.length - 1;
        var hash = key * 0x9E3779B97F4A7C15L;
        var slot = (int) (hash >>> 40) & mask;
        while (keys[slot] != EMPTY && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void widen() {
        var oldKeys = keys;
        var oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new long[keys.length];
        Arrays.fill(keys, EMPTY);
        for (var i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                var slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}

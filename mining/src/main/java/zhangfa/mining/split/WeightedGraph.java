package zhangfa.mining.split;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import zhangfa.mining.log.Variants;

/**
 * How often what directly followed what, between a start and an end that every case has. Activities are numbered behind
 * these two; loops of a single activity are kept beside the graph.
 */
final class WeightedGraph {

    static final int START = 0;
    static final int END = 1;
    private static final int FIRST_ACTIVITY = 2;

    private final List<String> names = new ArrayList<>(List.of("", ""));
    private final List<SortedMap<Integer, Long>> next = new ArrayList<>();
    private final List<SortedMap<Integer, Long>> before = new ArrayList<>();
    private final BitSet selfLoops = new BitSet();

    private WeightedGraph(List<String> activities) {
        names.addAll(activities);
        for (var i = 0; i < names.size(); i++) {
            next.add(new TreeMap<>());
            before.add(new TreeMap<>());
        }
    }

    static WeightedGraph of(Variants variants) {
        var graph = new WeightedGraph(variants.activities());
        for (var variant = 0; variant < variants.size(); variant++) {
            var count = (long) variants.counts()[variant];
            var from = START;
            for (var activity : variants.sequences()[variant]) {
                graph.count(from, activity + FIRST_ACTIVITY, count);
                from = activity + FIRST_ACTIVITY;
            }
            graph.count(from, END, count);
        }
        return graph;
    }

    private void count(int from, int to, long count) {
        if (from == to) {
            selfLoops.set(from);
        } else {
            add(from, to, count);
        }
    }

    /** The node of an activity of the log. */
    static int node(int activity) {
        return activity + FIRST_ACTIVITY;
    }

    void add(int from, int to, long weight) {
        next.get(from).merge(to, weight, Long::sum);
        before.get(to).merge(from, weight, Long::sum);
    }

    void remove(int from, int to) {
        next.get(from).remove(to);
        before.get(to).remove(from);
    }

    int size() {
        return names.size();
    }

    String name(int node) {
        return names.get(node);
    }

    boolean loops(int node) {
        return selfLoops.get(node);
    }

    long weight(int from, int to) {
        return next.get(from).getOrDefault(to, 0L);
    }

    /** What comes after a node, by number, with how often it did. */
    SortedMap<Integer, Long> next(int node) {
        return Collections.unmodifiableSortedMap(next.get(node));
    }

    /** What comes before a node. */
    SortedMap<Integer, Long> before(int node) {
        return Collections.unmodifiableSortedMap(before.get(node));
    }

    /** Whether a node has any flow at all; an activity of which no event is left has none. */
    boolean isUsed(int node) {
        return !next.get(node).isEmpty() || !before.get(node).isEmpty();
    }

    /** Whether every node that is used lies on a way from the start to the end. */
    boolean isWhole(BitSet used) {
        var after = reached(START, this::next);
        var until = reached(END, this::before);
        after.and(until);
        var lost = (BitSet) used.clone();
        lost.andNot(after);
        return lost.isEmpty();
    }

    private static BitSet reached(int from, IntFunction<SortedMap<Integer, Long>> edges) {
        var found = new BitSet();
        found.set(from);
        var open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            for (var to : edges.apply(open.removeLast()).keySet()) {
                if (!found.get(to)) {
                    found.set(to);
                    open.add(to);
                }
            }
        }
        return found;
    }
}

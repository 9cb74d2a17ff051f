package zhangfa.mining.split;

import static zhangfa.mining.split.WeightedGraph.node;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import zhangfa.mining.log.Variants;

/**
 * Which activities happen at the same time: those that follow each other about equally often in both orders and are no
 * loop of two. Their flows say nothing about order and are taken out of the graph; where one order prevails, the other
 * is taken for noise.
 */
final class Concurrency {

    private final WeightedGraph graph;
    private final BitSet[] concurrent;
    private final Set<Pair> shortLoops = new HashSet<>();
    private final BitSet used = new BitSet();

    /** Two activities that follow each other in both orders; the first has the lower number. */
    private record Pair(int one, int other) {

        static Pair of(int one, int other) {
            return new Pair(Math.min(one, other), Math.max(one, other));
        }
    }

    private Concurrency(WeightedGraph graph) {
        this.graph = graph;
        this.concurrent = new BitSet[graph.size()];
        for (var node = 0; node < graph.size(); node++) {
            concurrent[node] = new BitSet();
            used.set(node, graph.isUsed(node));
        }
    }

    /** Finds what is concurrent and prunes the graph. */
    static Concurrency in(WeightedGraph graph, Variants variants, double epsilon) {
        var concurrency = new Concurrency(graph);
        concurrency.findShortLoops(variants);
        concurrency.prune(epsilon);
        return concurrency;
    }

    /** What is concurrent to a node. */
    BitSet of(int node) {
        return (BitSet) concurrent[node].clone();
    }

    /** Two activities loop when one comes back right after the other, unless either of them repeats itself. */
    private void findShortLoops(Variants variants) {
        for (var sequence : variants.sequences()) {
            for (var i = 2; i < sequence.length; i++) {
                var one = node(sequence[i - 2]);
                var other = node(sequence[i - 1]);
                if (sequence[i] == sequence[i - 2] && one != other && !graph.loops(one) && !graph.loops(other)) {
                    shortLoops.add(Pair.of(one, other));
                }
            }
        }
    }

    private void prune(double epsilon) {
        for (var pair : both()) {
            var there = graph.weight(pair.one, pair.other);
            var back = graph.weight(pair.other, pair.one);
            if (Math.abs(there - back) < epsilon * (there + back)) {
                if (removed(pair.one, pair.other) && removed(pair.other, pair.one)) {
                    concurrent[pair.one].set(pair.other);
                    concurrent[pair.other].set(pair.one);
                } else if (graph.weight(pair.one, pair.other) == 0) {
                    graph.add(pair.one, pair.other, there);
                }
            } else if (there < back) {
                removed(pair.one, pair.other);
            } else {
                removed(pair.other, pair.one);
            }
        }
    }

    /** Pairs in both orders that are no loops, the most frequent first: what is seen most often is judged first. */
    private List<Pair> both() {
        var pairs = new ArrayList<Pair>();
        for (var one = 0; one < graph.size(); one++) {
            for (var other : graph.next(one).keySet()) {
                var pair = new Pair(one, other);
                if (one < other && graph.weight(other, one) > 0 && !shortLoops.contains(pair)) {
                    pairs.add(pair);
                }
            }
        }
        pairs.sort(Comparator.comparingLong(
                pair -> -graph.weight(pair.one, pair.other) - graph.weight(pair.other, pair.one)));
        return pairs;
    }

    /** Takes a flow out, unless an activity would then lie on no way from start to end. */
    private boolean removed(int from, int to) {
        var weight = graph.weight(from, to);
        graph.remove(from, to);
        if (graph.isWhole(used)) {
            return true;
        }
        graph.add(from, to, weight);
        return false;
    }
}

package zhangfa.mining.split;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.function.IntFunction;
import java.util.stream.LongStream;

/**
 * Leaves out rare flows without cutting any activity off: what stays is, for each node, the flow by which the start
 * reaches it over the most frequent way, the flow by which it reaches the end so, and every flow above a threshold.
 */
final class StrongestWays {

    private final WeightedGraph graph;

    private StrongestWays(WeightedGraph graph) {
        this.graph = graph;
    }

    /** Removes from the graph what is rare; the threshold is a percentile of each node's most frequent flows. */
    static void keep(WeightedGraph graph, double eta) {
        new StrongestWays(graph).keep(eta);
    }

    private void keep(double eta) {
        var threshold = threshold(eta);
        var from = widest(WeightedGraph.START, graph::next);
        var to = widest(WeightedGraph.END, graph::before);
        for (var one = 0; one < graph.size(); one++) {
            for (var flow : graph.next(one).entrySet().stream().toList()) {
                int other = flow.getKey();
                if (from[other] != one && to[one] != other && flow.getValue() <= threshold) {
                    graph.remove(one, other);
                }
            }
        }
    }

    private long threshold(double eta) {
        var strongest = LongStream.range(0, graph.size())
                .mapToInt(node -> (int) node)
                .mapToObj(node -> LongStream.of(strongest(graph.next(node)), strongest(graph.before(node))))
                .flatMapToLong(both -> both)
                .filter(weight -> weight > 0)
                .sorted()
                .toArray();
        var rank = (int) Math.ceil(eta * strongest.length);
        return rank == 0 ? 0 : strongest[rank - 1];
    }

    private static long strongest(SortedMap<Integer, Long> flows) {
        return flows.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** From where each node is entered on the way whose rarest flow is most frequent (Dijkstra's search, for widths). */
    private int[] widest(int root, IntFunction<SortedMap<Integer, Long>> flows) {
        var entered = new int[graph.size()];
        Arrays.fill(entered, -1);
        var width = new long[graph.size()];
        width[root] = Long.MAX_VALUE;
        var done = new BitSet();
        for (var node = root; node >= 0; node = widestOpen(width, done)) {
            done.set(node);
            for (var flow : flows.apply(node).entrySet()) {
                int to = flow.getKey();
                var through = Math.min(width[node], flow.getValue());
                if (!done.get(to) && through > width[to]) {
                    width[to] = through;
                    entered[to] = node;
                }
            }
        }
        return entered;
    }

    private static int widestOpen(long[] width, BitSet done) {
        var best = -1;
        for (var node = done.nextClearBit(0); node < width.length; node = done.nextClearBit(node + 1)) {
            if (width[node] > 0 && (best < 0 || width[node] > width[best])) {
                best = node;
            }
        }
        return best;
    }
}

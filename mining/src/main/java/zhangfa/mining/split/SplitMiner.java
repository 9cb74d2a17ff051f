package zhangfa.mining.split;

import java.util.stream.IntStream;
import zhangfa.mining.drawing.Flowchart;
import zhangfa.mining.drawing.Shape.Kind;
import zhangfa.mining.log.Progress;
import zhangfa.mining.log.Variants;

/**
 * Split Miner (Augusto, Conforti, Dumas, La Rosa, Polyvyanyy 2019): finds in the directly-follows graph what is
 * concurrent, leaves out what is rare, and puts gateways where the flow divides and meets. The model need not be made of
 * blocks. Without loops it is sound; with them it never gets stuck.
 */
public final class SplitMiner {

    /** The share of imbalance below which two orders count as concurrency, as the authors propose. */
    public static final double USUAL_EPSILON = 0.1;

    /** The percentile of flows that are left out, as the authors propose. */
    public static final double USUAL_ETA = 0.4;

    private final WeightedGraph flows;
    private final FlowGraph graph = new FlowGraph();

    private SplitMiner(WeightedGraph flows) {
        this.flows = flows;
    }

    /**
     * Discovers the model of a log. Every activity of the log is in it.
     *
     * @param eta from 0 (every flow is kept) to 1 (only the strongest way to and from each activity)
     * @param epsilon from 0 (nothing is concurrent) to 1: two activities that follow each other in both orders are
     *     concurrent when the difference of the two counts is below this share of their sum
     */
    public static Flowchart discover(Variants variants, double eta, double epsilon) {
        return discover(variants, eta, epsilon, Progress.NONE);
    }

    /**
     * The same, followed by the joins that have found their kind.
     *
     * @throws java.util.concurrent.CancellationException when the progress ended it
     */
    public static Flowchart discover(Variants variants, double eta, double epsilon, Progress progress) {
        if (!(eta >= 0 && eta <= 1 && epsilon >= 0 && epsilon <= 1)) {
            throw new IllegalArgumentException(
                    "Eta and epsilon are shares from 0 to 1, not %s and %s".formatted(eta, epsilon));
        }
        var flows = WeightedGraph.of(variants);
        if (variants.cases() == 0) {
            flows.add(WeightedGraph.START, WeightedGraph.END, 1);
        }
        var concurrency = Concurrency.in(flows, variants, epsilon);
        StrongestWays.keep(flows, eta);
        return new SplitMiner(flows).chart(concurrency, progress);
    }

    private Flowchart chart(Concurrency concurrency, Progress progress) {
        for (var node = 0; node < flows.size(); node++) {
            graph.add(
                    switch (node) {
                        case WeightedGraph.START -> Kind.START;
                        case WeightedGraph.END -> Kind.END;
                        default -> Kind.TASK;
                    },
                    flows.name(node));
        }
        for (var node = 0; node < flows.size(); node++) {
            for (var to : flows.next(node).keySet()) {
                graph.connect(node, to);
            }
        }
        Splits.add(graph, concurrency);
        Joins.add(graph, progress);
        IntStream.range(0, flows.size()).filter(flows::loops).forEach(this::repeat);
        while (simplified()) {}
        return graph.chart();
    }

    /** An activity that may follow itself at once. */
    private void repeat(int task) {
        var again = graph.add(Kind.EXCLUSIVE, "");
        var done = graph.add(Kind.EXCLUSIVE, "");
        graph.before(task).forEach(from -> graph.redirect(from, task, again));
        graph.next(task).forEach(to -> {
            graph.disconnect(task, to);
            graph.connect(done, to);
        });
        graph.connect(again, task);
        graph.connect(task, done);
        graph.connect(done, again);
    }

    /** Makes one gateway of two of a kind in a row, or takes out one that decides nothing. */
    private boolean simplified() {
        for (var one = 0; one < graph.size(); one++) {
            if (graph.isGateway(one) && graph.isUsed(one)) {
                var first = one;
                int to = graph.next(one).getFirst();
                if (!graph.isSplit(one) && (!graph.isJoin(one) || isSameJoin(one, to))) {
                    graph.before(one).forEach(from -> graph.redirect(from, first, to));
                    graph.remove(one);
                    return true;
                }
                int from = graph.before(one).getFirst();
                if (!graph.isJoin(one) && isSameSplit(from, one)) {
                    graph.next(one).forEach(next -> graph.connect(from, next));
                    graph.remove(one);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isSameJoin(int one, int other) {
        return graph.kind(one) == graph.kind(other) && !graph.isSplit(other);
    }

    private boolean isSameSplit(int one, int other) {
        return graph.kind(one) == graph.kind(other) && !graph.isJoin(one);
    }
}

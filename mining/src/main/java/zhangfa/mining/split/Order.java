package zhangfa.mining.split;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import zhangfa.mining.drawing.Flowchart.Flow;
import zhangfa.mining.drawing.Walk;

/** The nodes of a graph from start to end, flows that lead back left aside, and which nodes every case passes before another. */
final class Order {

    private final FlowGraph graph;
    private final Walk walk;
    private final BitSet[] dominators;

    private Order(FlowGraph graph, Set<Flow> back) {
        this.graph = graph;
        this.walk = Walk.through(node -> graph.next(node).stream()
                .filter(to -> !back.contains(new Flow(node, to)))
                .toList());
        this.dominators = new BitSet[graph.size()];
    }

    static Order of(FlowGraph graph, Set<Flow> back) {
        var order = new Order(graph, back);
        order.dominate();
        return order;
    }

    /** Every node behind those from which a flow leads to it, ways back of loops left aside. */
    List<Integer> nodes() {
        return walk.nodes();
    }

    /** What every way from the start to a node passes, the node included; nothing for a node that was added later. */
    BitSet dominators(int node) {
        return node < dominators.length ? dominators[node] : new BitSet();
    }

    private void dominate() {
        for (var node : nodes()) {
            dominators[node] = new BitSet();
            dominators[node].set(0, graph.size(), node != WeightedGraph.START);
            dominators[node].set(node);
        }
        var changed = true;
        while (changed) {
            changed = false;
            for (var node : nodes().subList(1, nodes().size())) {
                var all = new BitSet();
                all.set(0, graph.size());
                graph.before(node).forEach(from -> all.and(dominators[from]));
                all.set(node);
                changed |= !all.equals(dominators[node]);
                dominators[node] = all;
            }
        }
    }
}

package zhangfa.mining.split;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import zhangfa.mining.drawing.Shape.Kind;

/**
 * Gateways for nodes that several others follow. Branches that are concurrent to the same others exclude each other;
 * branches that, together with what is concurrent to them, are the same set run at once.
 */
final class Splits {

    private final FlowGraph graph;
    private final Concurrency concurrency;

    private Splits(FlowGraph graph, Concurrency concurrency) {
        this.graph = graph;
        this.concurrency = concurrency;
    }

    /**
     * What stands at the beginning of a branch.
     *
     * @param cover the activities that it leads to directly
     * @param future the activities beside it that are concurrent to it
     */
    private record Branch(int node, BitSet cover, BitSet future) {

        BitSet together() {
            var all = (BitSet) cover.clone();
            all.or(future);
            return all;
        }
    }

    /** Puts gateways between every node and its followers. */
    static void add(FlowGraph graph, Concurrency concurrency) {
        var splits = new Splits(graph, concurrency);
        for (int node = 0, nodes = graph.size(); node < nodes; node++) {
            splits.split(node);
        }
    }

    private void split(int node) {
        if (!graph.isSplit(node)) {
            return;
        }
        var branches = new ArrayList<Branch>();
        var all = new BitSet();
        graph.next(node).forEach(all::set);
        for (var to : graph.next(node)) {
            graph.disconnect(node, to);
            var cover = new BitSet();
            cover.set(to);
            var future = concurrency.of(to);
            future.and(all);
            branches.add(new Branch(to, cover, future));
        }
        while (branches.size() > 1) {
            if (!joined(branches, Kind.EXCLUSIVE, Branch::future)
                    && !joined(branches, Kind.PARALLEL, Branch::together)) {
                joined(branches, Kind.INCLUSIVE, branch -> new BitSet()); // neither: any of them may be taken
            }
        }
        graph.connect(node, branches.getFirst().node);
    }

    /** Puts the first branches that are alike behind one gateway, which then is one branch; false if none are alike. */
    private boolean joined(List<Branch> branches, Kind kind, Function<Branch, BitSet> likeness) {
        var alike = new LinkedHashMap<BitSet, List<Branch>>();
        branches.forEach(branch -> alike.computeIfAbsent(likeness.apply(branch), key -> new ArrayList<>())
                .add(branch));
        var group = alike.values().stream().filter(some -> some.size() > 1).findFirst();
        if (group.isEmpty()) {
            return false;
        }
        var gateway = graph.add(kind, "");
        var cover = new BitSet();
        var future = group.get().getFirst().future;
        for (var branch : group.get()) {
            graph.connect(gateway, branch.node);
            cover.or(branch.cover);
            future.and(branch.future);
        }
        branches.removeAll(group.get());
        branches.add(new Branch(gateway, cover, future));
        return true;
    }
}

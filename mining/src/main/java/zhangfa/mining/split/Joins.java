package zhangfa.mining.split;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import zhangfa.mining.drawing.Flowchart.Flow;
import zhangfa.mining.drawing.Shape.Kind;
import zhangfa.mining.drawing.Walk;
import zhangfa.mining.log.Progress;

/**
 * Gateways for nodes that follow several others. A join is of the kind of the splits whose branches it brings together:
 * parts with one entry and one exit are found from the inside out and, once understood, taken for a single flow. Where
 * splits of several kinds meet, the join is inclusive, so that it waits for what can still come and never for more. What
 * leads back to a loop is joined exclusively, and so are joins in one loop that would else wait for each other.
 */
final class Joins {

    private final FlowGraph graph;
    private final FlowGraph rest;
    private final BitSet open = new BitSet();
    private final BitSet headers = new BitSet();
    private final Set<Flow> back = new HashSet<>();
    private final Order order;

    private Joins(FlowGraph graph) {
        this.graph = graph;
        addJoins(Walk.through(graph::next).back());
        this.order = Order.of(graph, back);
        this.rest = new FlowGraph(graph);
    }

    static void add(FlowGraph graph, Progress progress) {
        var joins = new Joins(graph);
        var all = joins.open.cardinality();
        do {
            progress.tell(all - joins.open.cardinality(), all);
        } while (joins.pass());
        var kind = joins.kind(IntStream.range(0, graph.size()).collect(BitSet::new, BitSet::set, BitSet::or));
        joins.open.stream().forEach(join -> graph.become(join, kind));
        joins.untie();
    }

    private void untie() {
        var waiting = IntStream.range(0, graph.size())
                .filter(node -> graph.isJoin(node) && graph.kind(node) == Kind.INCLUSIVE)
                .boxed()
                .toList();
        var tied = waiting.stream()
                .filter(one -> waiting.stream().anyMatch(other -> !one.equals(other) && areTied(one, other)))
                .toList();
        tied.forEach(join -> graph.become(join, Kind.EXCLUSIVE));
    }

    private boolean areTied(int one, int other) {
        return graph.reached(one).get(other) && graph.reached(other).get(one);
    }

    /** Each node that several others lead to is given a join, a loop one of its own for the ways back. */
    private void addJoins(Set<Flow> leadingBack) {
        for (int node = 0, nodes = graph.size(); node < nodes; node++) {
            if (!graph.isJoin(node)) {
                continue;
            }
            var target = node;
            var ahead = new ArrayList<>(graph.before(node));
            var again = ahead.stream()
                    .filter(from -> leadingBack.contains(new Flow(from, target)))
                    .toList();
            ahead.removeAll(again);
            var header = node;
            if (!again.isEmpty()) {
                header = insert(graph.before(node), node, Kind.EXCLUSIVE);
                headers.set(header);
                for (var from : again) {
                    back.add(new Flow(from, header));
                }
            }
            if (ahead.size() > 1) {
                open.set(insert(ahead, header, Kind.INCLUSIVE));
            }
        }
    }

    private int insert(List<Integer> sources, int target, Kind kind) {
        var join = graph.add(kind, "");
        sources.forEach(from -> graph.redirect(from, target, join));
        graph.connect(join, target);
        return join;
    }

    /** Looks at every join and loop once, and says whether anything was understood. */
    private boolean pass() {
        var understood = false;
        for (var node : order.nodes()) {
            for (var entry : entries(node)) {
                if (rest.isUsed(node) && rest.isUsed(entry)) {
                    understood |= open.get(node) ? joins(entry, node) : repeats(entry, node);
                }
            }
        }
        return understood;
    }

    /** Where a part could begin that ends here: what is passed before it or, for a join, before one of its flows. */
    private List<Integer> entries(int node) {
        var passed = (BitSet) order.dominators(node).clone();
        if (open.get(node)) {
            rest.before(node).forEach(from -> passed.or(order.dominators(from)));
        }
        passed.clear(node);
        return order.nodes().reversed().stream().filter(passed::get).toList();
    }

    /** Whether branches that begin at the entry and touch nothing else meet in this join; then it is known. */
    private boolean joins(int entry, int join) {
        var inner = between(entry, join);
        var sources = rest.before(join).stream()
                .filter(from -> from == entry || inner.get(from))
                .toList();
        if (sources.size() < 2) {
            return false;
        }
        var split = (BitSet) inner.clone();
        split.set(entry);
        var kind = kind(split);
        var whole = sources.size() == rest.before(join).size();
        var known = whole ? join : partly(sources, join);
        graph.become(known, kind);
        inner.stream().filter(open::get).forEach(one -> graph.become(one, kind));
        if (whole) {
            open.clear(join);
        }
        open.andNot(inner);
        if (kind == Kind.INCLUSIVE && loops(split)) {
            return true; // more than one token may leave it, so it is no single flow to what lies around
        }
        inner.stream().forEach(rest::remove);
        rest.connect(entry, known);
        return true;
    }

    /** Some of the flows into a join get one of their own before it. */
    private int partly(List<Integer> sources, int join) {
        var part = insert(sources, join, Kind.INCLUSIVE);
        rest.add(Kind.INCLUSIVE, "");
        sources.forEach(from -> rest.redirect(from, join, part));
        rest.connect(part, join);
        return part;
    }

    /** Whether a loop begins at the entry and is left at this split, with a single token in it; then it is known. */
    private boolean repeats(int entry, int split) {
        if (!headers.get(entry) || !rest.isSplit(split) || rest.kind(split) != Kind.EXCLUSIVE) {
            return false;
        }
        var inner = between(entry, split);
        var returns = rest.before(entry).stream().anyMatch(from -> from == split || inner.get(from));
        var leaves = rest.next(split).stream().anyMatch(to -> to != entry && !inner.get(to));
        var whole = rest.next(entry).stream().allMatch(to -> to == split || inner.get(to));
        if (!returns || !leaves || !whole || kind(inner) != Kind.EXCLUSIVE) {
            return false;
        }
        inner.stream().filter(open::get).forEach(one -> graph.become(one, Kind.EXCLUSIVE));
        open.andNot(inner);
        inner.stream().forEach(rest::remove);
        rest.disconnect(split, entry);
        rest.connect(entry, split);
        return true;
    }

    /** The kind of join that these nodes ask for: that of their splits, if they have one kind and no loop is open. */
    private Kind kind(BitSet nodes) {
        var kinds = nodes.stream()
                .filter(rest::isSplit)
                .mapToObj(rest::kind)
                .distinct()
                .toList();
        if (kinds.stream().allMatch(kind -> kind == Kind.EXCLUSIVE)) {
            return Kind.EXCLUSIVE;
        }
        return kinds.equals(List.of(Kind.PARALLEL)) && !loops(nodes) ? Kind.PARALLEL : Kind.INCLUSIVE;
    }

    private boolean loops(BitSet nodes) {
        return back.stream()
                .anyMatch(flow -> nodes.get(flow.from())
                        && nodes.get(flow.to())
                        && rest.next(flow.from()).contains(flow.to()));
    }

    /** What hangs together with neither start nor end once these two nodes are taken away. */
    private BitSet between(int entry, int exit) {
        var outside = new BitSet();
        outside.set(entry);
        outside.set(exit);
        var border = new ArrayList<Integer>();
        for (var pole : List.of(WeightedGraph.START, WeightedGraph.END)) {
            if (!outside.get(pole)) {
                outside.set(pole);
                border.add(pole);
            }
        }
        while (!border.isEmpty()) {
            int node = border.removeLast();
            var near = new ArrayList<>(rest.next(node));
            near.addAll(rest.before(node));
            for (var one : near) {
                if (!outside.get(one)) {
                    outside.set(one);
                    border.add(one);
                }
            }
        }
        return IntStream.range(0, rest.size())
                .filter(node -> !outside.get(node) && rest.isUsed(node))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }
}

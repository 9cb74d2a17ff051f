package zhangfa.mining.split;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import zhangfa.mining.drawing.Flowchart;
import zhangfa.mining.drawing.Shape.Kind;

/** A process while it is put together: nodes by number, and at most one flow from one to another. */
final class FlowGraph {

    private final List<Kind> kinds = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<SortedSet<Integer>> next = new ArrayList<>();
    private final List<SortedSet<Integer>> before = new ArrayList<>();

    FlowGraph() {}

    FlowGraph(FlowGraph other) {
        kinds.addAll(other.kinds);
        names.addAll(other.names);
        other.next.forEach(nodes -> next.add(new TreeSet<>(nodes)));
        other.before.forEach(nodes -> before.add(new TreeSet<>(nodes)));
    }

    int add(Kind kind, String name) {
        kinds.add(kind);
        names.add(name);
        next.add(new TreeSet<>());
        before.add(new TreeSet<>());
        return kinds.size() - 1;
    }

    void connect(int from, int to) {
        next.get(from).add(to);
        before.get(to).add(from);
    }

    void disconnect(int from, int to) {
        next.get(from).remove(to);
        before.get(to).remove(from);
    }

    /** Leads a flow to another node. */
    void redirect(int from, int to, int instead) {
        disconnect(from, to);
        connect(from, instead);
    }

    /** Takes away all flows of a node, which then is no part of the process any more. */
    void remove(int node) {
        next(node).forEach(to -> disconnect(node, to));
        before(node).forEach(from -> disconnect(from, node));
    }

    int size() {
        return kinds.size();
    }

    Kind kind(int node) {
        return kinds.get(node);
    }

    void become(int node, Kind kind) {
        kinds.set(node, kind);
    }

    boolean isGateway(int node) {
        return switch (kind(node)) {
            case EXCLUSIVE, PARALLEL, INCLUSIVE -> true;
            case START, END, TASK -> false;
        };
    }

    boolean isSplit(int node) {
        return next.get(node).size() > 1;
    }

    boolean isJoin(int node) {
        return before.get(node).size() > 1;
    }

    boolean isUsed(int node) {
        return !next.get(node).isEmpty() || !before.get(node).isEmpty();
    }

    /** The nodes after this one, as they are now. */
    List<Integer> next(int node) {
        return List.copyOf(next.get(node));
    }

    /** The nodes before this one, as they are now. */
    List<Integer> before(int node) {
        return List.copyOf(before.get(node));
    }

    /** What a node leads to, over one flow or more. */
    BitSet reached(int node) {
        var found = new BitSet();
        var border = new ArrayList<>(next.get(node));
        while (!border.isEmpty()) {
            int one = border.removeLast();
            if (!found.get(one)) {
                found.set(one);
                border.addAll(next.get(one));
            }
        }
        return found;
    }

    Flowchart chart() {
        var numbers = new int[size()];
        var nodes = new ArrayList<Flowchart.Node>();
        for (var node = 0; node < size(); node++) {
            if (isUsed(node)) {
                numbers[node] = nodes.size();
                nodes.add(new Flowchart.Node(kinds.get(node), names.get(node)));
            }
        }
        var flows = new ArrayList<Flowchart.Flow>();
        for (var node = 0; node < size(); node++) {
            for (var to : next.get(node)) {
                flows.add(new Flowchart.Flow(numbers[node], numbers[to]));
            }
        }
        return new Flowchart(nodes, flows);
    }
}

package zhangfa.mining.conformance;

import java.util.Arrays;

/**
 * Dijkstra's search on the product of one case and the states of the model. All costs are 0 or 1, so that two stacks
 * serve as the queue: what costs nothing more is looked at first and deepest, so a case that fits is found at once.
 */
final class AlignmentSearch {

    private static final int NOWHERE = -1;
    private static final int NODES_BETWEEN_LOOKS_AT_THE_CLOCK = 4096;

    private final StateGraph graph;
    private final int[] labelOf;
    private int[] sequence = {};

    private long[] nodes = new long[1024];
    private int[] costs = new int[1024];
    private int[] parents = new int[1024];
    private int[] vias = new int[1024];
    private int size;
    private int[] slots = new int[4096];
    private IntStack now = new IntStack();
    private IntStack next = new IntStack();
    private int goal;
    private int cost;

    AlignmentSearch(StateGraph graph, int[] labelOf) {
        this.graph = graph;
        this.labelOf = labelOf;
    }

    /**
     * Whether the end was found before this instant of {@link System#nanoTime()}.
     *
     * @param look done between two looks at the clock; what it throws ends the search
     */
    boolean run(int[] labels, long deadline, Runnable look) {
        forget();
        sequence = labels;
        reach(graph.initial(), 0, 0, NOWHERE, Integer.MIN_VALUE);
        for (cost = 0; ; cost++) {
            var looked = 0;
            while (!now.isEmpty()) {
                var node = now.pop();
                if (costs[node] == cost && expand(node)) {
                    goal = node;
                    return true;
                }
                if (++looked % NODES_BETWEEN_LOOKS_AT_THE_CLOCK == 0) {
                    look.run();
                    if (System.nanoTime() - deadline > 0) {
                        return false;
                    }
                }
            }
            if (next.isEmpty()) {
                throw new UnsoundNetException();
            }
            var spent = now;
            now = next;
            next = spent;
            if (System.nanoTime() - deadline > 0) {
                cost++;
                return false;
            }
        }
    }

    /** What has been spent: the cost of the alignment found, or what any alignment costs at least. */
    int cost() {
        return cost;
    }

    /**
     * The moves of the alignment found, from the first to the last: a transition; or, below zero, the complement of the
     * position of an event that the log alone shows. What the log shows too follows as a second number.
     */
    int[] moves() {
        var length = 0;
        for (var node = goal; parents[node] != NOWHERE; node = parents[node]) {
            length++;
        }
        var moves = new int[length * 2];
        for (var node = goal; parents[node] != NOWHERE; node = parents[node]) {
            length--;
            moves[length * 2] = vias[node];
            moves[length * 2 + 1] = position(nodes[node]) - position(nodes[parents[node]]);
        }
        return moves;
    }

    private boolean expand(int node) {
        var state = (int) nodes[node];
        var position = position(nodes[node]);
        if (position == sequence.length) {
            if (graph.isComplete(state)) {
                return true;
            }
        } else {
            reach(state, position + 1, cost + 1, node, ~position);
        }
        var edges = graph.edges(state);
        var label = position < sequence.length ? sequence[position] : Labels.NONE;
        for (var i = 0; i < edges.length; i += 2) {
            var shown = labelOf[edges[i]];
            reach(edges[i + 1], position, shown == Labels.NONE ? cost : cost + 1, node, edges[i]);
        }
        if (label != Labels.NONE) {
            for (var i = 0; i < edges.length; i += 2) {
                if (labelOf[edges[i]] == label) {
                    reach(edges[i + 1], position + 1, cost, node, edges[i]);
                }
            }
        }
        return false;
    }

    private static int position(long node) {
        return (int) (node >>> 32);
    }

    /** Notes that a state is reached at a position for this cost, unless it was reached as cheaply before. */
    private void reach(int state, int position, int at, int parent, int via) {
        var node = (long) position << 32 | state;
        var mask = slots.length - 1;
        var slot = slot(node, mask);
        while (slots[slot] != 0) {
            var known = slots[slot] - 1;
            if (nodes[known] == node) {
                if (at < costs[known]) {
                    note(known, at, parent, via);
                }
                return;
            }
            slot = (slot + 1) & mask;
        }
        if (size == nodes.length) {
            grow();
        }
        slots[slot] = size + 1;
        nodes[size] = node;
        note(size++, at, parent, via);
        if (size * 2 > slots.length) {
            rehash();
        }
    }

    private void note(int number, int at, int parent, int via) {
        costs[number] = at;
        parents[number] = parent;
        vias[number] = via;
        (at == cost ? now : next).push(number);
    }

    private void forget() {
        if (size * 4 < slots.length) {
            var mask = slots.length - 1;
            for (var number = size - 1; number >= 0; number--) {
                var slot = slot(nodes[number], mask);
                while (slots[slot] != number + 1) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = 0;
            }
        } else {
            Arrays.fill(slots, 0);
        }
        size = 0;
        cost = 0;
        now.clear();
        next.clear();
    }

    private void grow() {
        nodes = Arrays.copyOf(nodes, size * 2);
        costs = Arrays.copyOf(costs, size * 2);
        parents = Arrays.copyOf(parents, size * 2);
        vias = Arrays.copyOf(vias, size * 2);
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        var mask = slots.length - 1;
        for (var number = 0; number < size; number++) {
            var slot = slot(nodes[number], mask);
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
        }
    }

    private static int slot(long node, int mask) {
        var mixed = node * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }
}

package zhangfa.mining.drawing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import zhangfa.mining.drawing.Flowchart.Flow;

/**
 * A graph walked through in depth from its first node.
 *
 * @param nodes those that were reached, each behind all from which a flow leads to it, ways back left aside
 * @param back the flows that lead back to a node on the way to where they begin
 */
public record Walk(List<Integer> nodes, Set<Flow> back) {

    /** A node whose followers are being visited. */
    private record Visit(int node, Iterator<Integer> next) {}

    /** Walks from node 0; {@code next} says what follows a node. */
    public static Walk through(IntFunction<List<Integer>> next) {
        var nodes = new ArrayList<Integer>();
        var back = new HashSet<Flow>();
        var seen = new BitSet();
        var way = new BitSet();
        var visits = new ArrayDeque<Visit>();
        enter(0, next, visits, seen, way);
        while (!visits.isEmpty()) {
            var visit = visits.element();
            if (!visit.next.hasNext()) {
                visits.pop();
                way.clear(visit.node);
                nodes.add(visit.node);
                continue;
            }
            int to = visit.next.next();
            if (way.get(to)) {
                back.add(new Flow(visit.node, to));
            } else if (!seen.get(to)) {
                enter(to, next, visits, seen, way);
            }
        }
        return new Walk(nodes.reversed(), back);
    }

    private static void enter(
            int node, IntFunction<List<Integer>> next, ArrayDeque<Visit> visits, BitSet seen, BitSet way) {
        seen.set(node);
        way.set(node);
        visits.push(new Visit(node, next.apply(node).iterator()));
    }
}

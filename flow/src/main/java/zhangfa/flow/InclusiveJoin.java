package zhangfa.flow;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * When an inclusive gateway with several incoming flows goes on (BPMN 2.0.2, 13.4.3): a token is there, and none elsewhere
 * can still reach an incoming flow that is empty, unless it can reach one that is not.
 */
record InclusiveJoin(Graph graph, Node join) {

    /**
     * Whether it goes on.
     *
     * @param filled the incoming flows with a token
     * @param elsewhere the nodes that every other token of the case is at or on its way to
     */
    boolean isComplete(Set<String> filled, Collection<Node> elsewhere) {
        if (filled.isEmpty()) {
            return false;
        }
        for (var node : elsewhere) {
            var reached = reached(node);
            if (!reached.isEmpty() && reached.stream().noneMatch(filled::contains)) {
                return false;
            }
        }
        return true;
    }

    /** The incoming flows that a token at a node can reach without passing the join. */
    private Set<String> reached(Node from) {
        var flows = new HashSet<String>();
        var seen = new HashSet<String>();
        var open = new ArrayDeque<Node>();
        open.add(from);
        while (!open.isEmpty()) {
            var node = open.remove();
            if (node.id().equals(join.id()) || !seen.add(node.id())) {
                continue;
            }
            for (var flow : graph.exits(node)) {
                if (flow.target().equals(join.id())) {
                    flows.add(flow.id());
                } else {
                    open.add(graph.target(flow));
                }
            }
        }
        return flows;
    }
}

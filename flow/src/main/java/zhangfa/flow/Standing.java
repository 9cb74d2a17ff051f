package zhangfa.flow;

import java.util.ArrayList;
import java.util.List;

/** Where the tokens of a case stand in the graph. */
record Standing(Graph graph, FlowState state) {

    /** The node that each token is at or in front of. */
    List<Node> nodes() {
        var nodes = new ArrayList<Node>();
        for (var visit : state.visits()) {
            if (!visit.isDone()) {
                nodes.add(node(visit));
            }
        }
        for (var token : state.waiting()) {
            graph.nodes().values().stream()
                    .filter(node ->
                            node.incoming().stream().anyMatch(flow -> flow.id().equals(token.flow())))
                    .forEach(nodes::add);
        }
        for (var incident : state.incidents()) {
            if (incident.isToken()) {
                nodes.add(graph.node(incident.node()));
            }
        }
        return nodes;
    }

    /** Where the token of an open visit is by the drawn order: what a detour interrupts counts, not where it leads. */
    Node node(Visit visit) {
        var drawn = visit instanceof Activity activity && activity.isDetour()
                ? activity.back().getLast()
                : visit.node();
        return drawn.equals(FlowModel.INITIATOR) ? graph.start() : graph.node(drawn);
    }
}

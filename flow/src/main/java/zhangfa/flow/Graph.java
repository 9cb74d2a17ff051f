package zhangfa.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The nodes of a process by id, in the order of the XML. */
record Graph(Node start, Map<String, Node> nodes) {

    Node node(String id) {
        return Objects.requireNonNull(nodes.get(id), id);
    }

    Node target(Flow flow) {
        return node(flow.target());
    }

    /** The events attached to a step. */
    List<Node> boundaries(String step) {
        return nodes.values().stream()
                .filter(node -> step.equals(node.catching().host()))
                .toList();
    }

    /** Every flow on which a token may leave a node, those of its boundary events included. */
    List<Flow> exits(Node node) {
        var exits = new ArrayList<>(node.outgoing());
        boundaries(node.id()).forEach(boundary -> exits.addAll(boundary.outgoing()));
        return exits;
    }

    List<Node> joins() {
        return nodes.values().stream().filter(Node::isJoin).toList();
    }

    /** The steps in the order of the flow: each after all that lead to it, but for loops. */
    List<FlowStep> steps() {
        var order = new ArrayDeque<Node>();
        finish(start, new HashSet<>(), order);
        return order.stream().map(Node::step).filter(Objects::nonNull).toList();
    }

    private void finish(Node node, Set<String> seen, Deque<Node> order) {
        if (seen.add(node.id())) {
            exits(node).reversed().forEach(flow -> finish(target(flow), seen, order));
            order.addFirst(node);
        }
    }
}

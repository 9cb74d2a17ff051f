package zhangfa.mining.bpmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhangfa.flow.ModelRefused;
import zhangfa.flow.Xml;
import zhangfa.mining.net.PetriNetBuilder;

/** A process or sub-process: its nodes, with a place for each flow between them, and a place for what has ended. */
final class Scope {

    private static final Set<String> NOT_PLAYED = Set.of("complexGateway", "adHocSubProcess");

    private final Xml element;
    private final Map<String, FlowNode> nodes = new LinkedHashMap<>();
    private final int ended;

    private Scope(Xml element, int ended) {
        this.element = element;
        this.ended = ended;
    }

    /** Reads what lies in an element, without what lies in its sub-processes. */
    static Scope read(Xml element, PetriNetBuilder net) throws ModelRefused {
        var scope = new Scope(element, net.place("ended " + element.attribute("id")));
        for (var child : element.children()) {
            var node = new FlowNode(child);
            if (NOT_PLAYED.contains(child.local()) || "true".equals(child.attribute("triggeredByEvent"))) {
                throw ModelRefused.at(child, "not-played", "A %s of this kind is not played".formatted(child.local()));
            }
            if (node.isNode() && scope.nodes.put(node.id(), node) != null) {
                throw ModelRefused.at(child, "duplicate-id", "The id is used twice");
            }
        }
        for (var child : element.children()) {
            if (child.local().equals("sequenceFlow")) {
                scope.connect(child, net);
            }
        }
        scope.attach();
        return scope;
    }

    private void connect(Xml flow, PetriNetBuilder net) throws ModelRefused {
        var source = nodes.get(String.valueOf(flow.attribute("sourceRef")));
        var target = nodes.get(String.valueOf(flow.attribute("targetRef")));
        if (source == null || target == null) {
            throw ModelRefused.at(
                    flow,
                    "broken-flow",
                    "The flow from %s to %s joins no two nodes of one process"
                            .formatted(flow.attribute("sourceRef"), flow.attribute("targetRef")));
        }
        var conditional =
                flow.children().stream().anyMatch(child -> child.local().equals("conditionExpression"));
        var id = String.valueOf(flow.attribute("id"));
        var arc = new FlowNode.Arc(id, net.place(id), conditional);
        source.outgoing().add(arc);
        target.incoming().add(arc);
    }

    private void attach() throws ModelRefused {
        for (var node : nodes.values()) {
            if (node.kind().equals("boundaryEvent")) {
                var activity = nodes.get(String.valueOf(node.element().attribute("attachedToRef")));
                if (activity == null || !activity.isActivity()) {
                    throw ModelRefused.at(node.element(), "not-attached", "The event lies on no activity");
                }
                activity.boundaries().add(node);
            }
        }
    }

    Xml element() {
        return element;
    }

    Iterable<FlowNode> nodes() {
        return nodes.values();
    }

    /** Whether an element has nodes inside; a sub-process drawn shut has none. */
    static boolean holdsNodes(Xml element) {
        return element.children().stream().map(FlowNode::new).anyMatch(FlowNode::isNode);
    }

    /** Where the tokens gather that have come to an end of this scope. */
    int ended() {
        return ended;
    }

    /** The ways to begin: one of the start events, or all nodes at once that nothing leads to. */
    List<List<FlowNode>> beginnings() throws ModelRefused {
        var starts = new ArrayList<List<FlowNode>>();
        var first = new ArrayList<FlowNode>();
        for (var node : nodes.values()) {
            if (node.kind().equals("startEvent")) {
                starts.add(List.of(node));
            } else if (node.isFirst()) {
                first.add(node);
            }
        }
        if (starts.isEmpty() && first.isEmpty()) {
            throw ModelRefused.at(element, "no-beginning", "Nothing begins this process");
        }
        return starts.isEmpty() ? List.of(first) : starts;
    }
}

package zhangfa.mining.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.Xml;

/** A node of a process as a file shows it, with the flows that enter and leave it. */
final class FlowNode {

    private final Xml element;
    private final List<Arc> incoming = new ArrayList<>();
    private final List<Arc> outgoing = new ArrayList<>();
    private final List<FlowNode> boundaries = new ArrayList<>();

    /** A sequence flow: the place of its tokens, and whether a condition decides about it. */
    record Arc(String id, int place, boolean conditional) {}

    FlowNode(Xml element) {
        this.element = element;
    }

    Xml element() {
        return element;
    }

    String id() {
        return String.valueOf(element.attribute("id"));
    }

    String kind() {
        return element.local();
    }

    List<Arc> incoming() {
        return incoming;
    }

    List<Arc> outgoing() {
        return outgoing;
    }

    /** The events that lie on its border. */
    List<FlowNode> boundaries() {
        return boundaries;
    }

    /** What the log would show: the name with its line breaks as blanks; null for what has none. */
    @Nullable
    String label() {
        var name = element.attribute("name");
        return name == null || name.isBlank() ? null : name.strip().replaceAll("\\s+", " ");
    }

    /** The flow that is taken when no condition holds. */
    boolean isDefault(Arc arc) {
        return arc.id().equals(element.attribute("default"));
    }

    boolean has(String child) {
        return element.children().stream().anyMatch(one -> one.local().equals(child));
    }

    boolean isActivity() {
        return kind().equals("task") || kind().endsWith("Task") || kind().equals("callActivity") || isSubProcess();
    }

    boolean isSubProcess() {
        return kind().equals("subProcess") || kind().equals("transaction");
    }

    /** Whether it is a node at all. */
    boolean isNode() {
        return isActivity() || kind().endsWith("Event") || kind().endsWith("Gateway");
    }

    /** The error that it throws or catches; null when it names none. */
    @Nullable
    String error() {
        return element.children().stream()
                .filter(child -> child.local().equals("errorEventDefinition"))
                .map(child -> child.attribute("errorRef"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether it is done once for each of several things, or again and again. */
    boolean repeats() {
        return has("standardLoopCharacteristics") || has("multiInstanceLoopCharacteristics");
    }

    /** Whether an event on the border stops the activity. */
    boolean interrupts() {
        return !"false".equals(element.attribute("cancelActivity"));
    }

    /** Whether it can begin without a token: nothing leads to it, and nothing else can call it. */
    boolean isFirst() {
        return incoming.isEmpty()
                && !kind().equals("boundaryEvent")
                && !has("linkEventDefinition")
                && !"true".equals(element.attribute("isForCompensation"));
    }
}

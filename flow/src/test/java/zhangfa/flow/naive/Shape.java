package zhangfa.flow.naive;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** An element of the drawing: its BPMN name, what its event is about, and the scope that it is drawn in. */
record Shape(String id, String kind, String event, String scope, Element xml, List<Arrow> in, List<Arrow> out) {

    private static final Set<String> STEPS = Set.of("userTask", "manualTask", "task");
    private static final Set<String> OUTSIDE = Set.of("serviceTask", "callActivity", "receiveTask");

    boolean is(String name) {
        return kind.equals(name);
    }

    boolean isStep() {
        return STEPS.contains(kind);
    }

    boolean isActivity() {
        return isStep() || isSubProcess() || OUTSIDE.contains(kind) || is("scriptTask") || is("sendTask");
    }

    /** Waits for somebody outside to say that it is done. */
    boolean isOutside() {
        return OUTSIDE.contains(kind);
    }

    boolean isSubProcess() {
        return is("subProcess");
    }

    /** A sub-process that an event begins. */
    boolean isHandler() {
        return isSubProcess() && attribute("triggeredByEvent").equals("true");
    }

    boolean isJoin() {
        return in.size() > 1 && (is("parallelGateway") || is("inclusiveGateway"));
    }

    /** Whether what it is attached to, or stands in, ends when the event occurs. */
    boolean interrupts() {
        return !attribute(is("boundaryEvent") ? "cancelActivity" : "isInterrupting")
                .equals("false");
    }

    boolean isRepeated() {
        return Drawing.child(xml, "multiInstanceLoopCharacteristics") != null
                || Drawing.child(xml, "standardLoopCharacteristics") != null;
    }

    /** An attribute by its local name, whatever its namespace; empty where it is not there. */
    String attribute(String name) {
        return Drawing.attribute(xml, name);
    }

    /** What stands in a descendant. */
    @Nullable
    String text(String name) {
        var found = xml.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? null : found.item(0).getTextContent().strip();
    }
}

package zhangfa.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what compensates what: an activity that an association leads to from a compensation event on another, or the event
 * sub-process inside a sub-process that begins by compensation.
 */
final class CompensationReading {

    private static final Set<String> ACTIVITIES = Set.of(
            "userTask",
            "manualTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "scriptTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "adHocSubProcess");

    private final Faults faults;
    private final List<Xml> elements;
    private final Map<String, String> handlers = new LinkedHashMap<>();

    CompensationReading(Xml process, Faults faults) {
        this.faults = faults;
        this.elements =
                process.descendants().filter(element -> element.isIn(Xml.BPMN)).toList();
    }

    /** By the id of an activity that of its handler. */
    Map<String, String> handlers() {
        elements.stream().filter(CompensationReading::isEvent).forEach(event -> {
            switch (event.local()) {
                case "boundaryEvent" -> attached(event);
                case "startEvent" -> inside(event);
                default -> thrown(event);
            }
        });
        elements.stream().filter(CompensationReading::isHandler).forEach(this::handler);
        return handlers;
    }

    /** Whether an event is no place of a token but a sign that an activity has a handler. */
    static boolean isSign(Xml element) {
        return element.local().equals("boundaryEvent") && isEvent(element);
    }

    private static boolean isEvent(Xml element) {
        return element.children(Xml.BPMN, "compensateEventDefinition").findAny().isPresent();
    }

    private static boolean isHandler(Xml element) {
        return "true".equals(element.attribute("isForCompensation"));
    }

    private static boolean isEventSubProcess(Xml element) {
        return "true".equals(element.attribute("triggeredByEvent"));
    }

    private void attached(Xml event) {
        var id = Objects.requireNonNullElse(event.attribute("id"), "");
        var host = beside(event, event.attribute("attachedToRef"));
        if (host == null || !ACTIVITIES.contains(host.local()) || isHandler(host) || isEventSubProcess(host)) {
            fault(event, "attached", "A compensation event is attached to an activity that flows lead to");
            return;
        }
        if (flows(id).findAny().isPresent()) {
            fault(event, "handler", "No flow leaves a compensation event: an association leads to its handler");
        }
        var led = elements.stream()
                .filter(element -> element.local().equals("association") && id.equals(element.attribute("sourceRef")))
                .map(association -> beside(event, association.attribute("targetRef")))
                .toList();
        var target = led.size() == 1 ? led.getFirst() : null;
        if (target == null || !isHandler(target)) {
            fault(
                    event,
                    "no-handler",
                    "An association leads from a compensation event to one activity beside it that isForCompensation");
            return;
        }
        handles(event, host, target);
    }

    private void inside(Xml start) {
        var handler = Objects.requireNonNull(start.parent());
        var around = handler.parent();
        if (!isEventSubProcess(handler)
                || around == null
                || !ACTIVITIES.contains(around.local())
                || isEventSubProcess(around)) {
            fault(start, "not-executed", "Compensation begins an event sub-process inside a sub-process alone");
            return;
        }
        handles(start, around, handler);
    }

    private void handles(Xml event, Xml host, Xml handler) {
        var before = handlers.put(id(host), id(handler));
        if (before != null) {
            fault(event, "two-handlers", "%s is compensated by %s already".formatted(id(host), before));
        }
    }

    /** An event compensates what stands beside it, or around the event sub-process that it is in. */
    private void thrown(Xml event) {
        var activity = event.children(Xml.BPMN, "compensateEventDefinition")
                .map(definition -> definition.attribute("activityRef"))
                .filter(Objects::nonNull)
                .findFirst();
        if (activity.isEmpty()) {
            return;
        }
        for (var at = event; at != null; at = isEventSubProcess(parent(at)) ? parent(at) : null) {
            var found = beside(at, activity.get());
            if (found != null && ACTIVITIES.contains(found.local())) {
                return;
            }
        }
        fault(
                event,
                "dangling",
                "activityRef names %s, which is no activity beside the event or its event sub-process"
                        .formatted(activity.get()));
    }

    private void handler(Xml element) {
        var id = id(element);
        if (!ACTIVITIES.contains(element.local()) || isEventSubProcess(element)) {
            fault(element, "handler", "A " + element.local() + " cannot be for compensation");
        } else if (!handlers.containsValue(id)) {
            fault(element, "no-handler", "It is for compensation, and no compensation event leads to it");
        }
        if (flows(id).findAny().isPresent()) {
            fault(element, "handler", "No flow leads to or from an activity for compensation");
        }
        if (elements.stream()
                .anyMatch(other ->
                        other.local().equals("boundaryEvent") && id.equals(other.attribute("attachedToRef")))) {
            fault(element, "handler", "Events on an activity for compensation are not executed");
        }
    }

    private Stream<Xml> flows(String id) {
        return elements.stream()
                .filter(element -> element.local().equals("sequenceFlow"))
                .filter(flow -> id.equals(flow.attribute("sourceRef")) || id.equals(flow.attribute("targetRef")));
    }

    /** The element of that id in the same scope. */
    private static @Nullable Xml beside(Xml element, @Nullable String id) {
        return parent(element).children().stream()
                .filter(other -> id != null && id.equals(other.attribute("id")))
                .findFirst()
                .orElse(null);
    }

    private static Xml parent(Xml element) {
        return Objects.requireNonNull(element.parent());
    }

    private static String id(Xml element) {
        return Objects.requireNonNullElse(element.attribute("id"), "");
    }

    private void fault(Xml element, String code, String reason) {
        faults.add(element, code, reason);
    }
}

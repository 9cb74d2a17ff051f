package zhangfa.flow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which events are executed where, and which of them a runtime has to carry. */
final class EventVocabulary {

    private static final Set<String> BEGINNING =
            Set.of("timer", "message", "signal", "conditional", "error", "escalation", "compensate");

    private static final Map<String, Set<String>> EXECUTED = Map.of(
            "startEvent", Set.of("message", "signal", "timer"),
            "endEvent", Set.of("terminate", "message", "signal", "error", "escalation", "compensate"),
            "intermediateCatchEvent", Set.of("timer", "message", "signal", "conditional", "link"),
            "intermediateThrowEvent", Set.of("message", "signal", "escalation", "link", "compensate"),
            "boundaryEvent", BEGINNING);

    private static final Map<String, Outside> CARRIED =
            Map.of("message", Outside.MESSAGES, "signal", Outside.SIGNALS, "call", Outside.CALLS);

    private static final Set<String> NEEDLESS = Set.of("startEvent", "endEvent", "intermediateThrowEvent");

    private final Set<Outside> outside;
    private final Faults faults;

    EventVocabulary(Set<Outside> outside, Faults faults) {
        this.outside = outside;
        this.faults = faults;
    }

    /** What an event waits for stands inside it; the event is named, not the part, whose id no designer knows. */
    void check(Xml event) {
        var definitions = EventReading.definitions(event)
                .map(child -> child.local().replace("EventDefinition", ""))
                .toList();
        var begins = event.local().equals("startEvent") && isOfEventSubProcess(event);
        var inside = event.local().equals("startEvent") && !begins && !isOfProcess(event);
        var executed =
                begins ? BEGINNING : inside ? Set.<String>of() : Objects.requireNonNull(EXECUTED.get(event.local()));
        var needless = NEEDLESS.contains(event.local()) && !begins;
        if (definitions.isEmpty() ? !needless : definitions.size() > 1 || !executed.containsAll(definitions)) {
            var known = executed.stream().sorted().toList();
            faults.add(event, "not-executed", told(event, definitions, needless, known));
        }
        definitions.forEach(definition -> carried(event, definition));
        var opens = event.local().equals("startEvent") && !begins && !inside && !definitions.isEmpty();
        if (opens && executed.containsAll(definitions) && !outside.contains(Outside.STARTS)) {
            faults.add(event, "not-carried", "The runtime does not begin cases by a message, signal or time yet");
        }
    }

    private static String told(Xml event, List<String> definitions, boolean needless, List<String> known) {
        return "%s with %s is not executed, only with %s of %s"
                .formatted(event.local(), definitions, needless ? "none or one" : "one", known);
    }

    /** A message, signal or call needs a runtime that carries it. */
    void carried(Xml element, String what) {
        var needed = CARRIED.get(what);
        if (needed != null && !outside.contains(needed)) {
            faults.add(element, "not-carried", "The runtime does not carry %ss between cases yet".formatted(what));
        }
    }

    /** What is done by choice needs a runtime that lets people choose. */
    void chosen(Xml scope) {
        if (scope.local().equals("adHocSubProcess") && !outside.contains(Outside.CHOICES)) {
            faults.add(scope, "not-carried", "The runtime does not let people choose what is done yet");
        }
    }

    private static boolean isOfProcess(Xml start) {
        return start.parent() != null && start.parent().local().equals("process");
    }

    static boolean isOfEventSubProcess(Xml start) {
        var around = start.parent();
        return around != null && "true".equals(around.attribute("triggeredByEvent"));
    }
}

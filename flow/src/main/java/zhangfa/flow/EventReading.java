package zhangfa.flow;

import java.time.ZoneId;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what an event, or a send or receive task, waits for or throws. */
final class EventReading {

    private static final Pattern CYCLE = Pattern.compile("R(\\d{0,4})/(?:([^/P][^/]*)/)?([^/]+)");

    private final Xml event;
    private final ZoneId zone;
    private final Faults faults;

    EventReading(Xml event, ZoneId zone, Faults faults) {
        this.event = event;
        this.zone = zone;
        this.faults = faults;
    }

    /** Null where there is nothing, or where a fault was added, here or as an event that is not executed. */
    @Nullable
    Trigger trigger() {
        if (event.local().endsWith("Task")) {
            return message(event);
        }
        var definition = definitions(event).findFirst();
        return definition.map(this::trigger).orElse(null);
    }

    /** What an event says that it waits for or throws. */
    static Stream<Xml> definitions(Xml event) {
        return event.children().stream()
                .filter(child -> child.isIn(Xml.BPMN) && child.local().contains("ventDefinition"));
    }

    private @Nullable Trigger trigger(Xml definition) {
        return switch (definition.local()) {
            case "timerEventDefinition" -> alarm(definition);
            case "messageEventDefinition" -> message(definition);
            case "signalEventDefinition" -> {
                var signal = referred(definition, "signal", true);
                yield signal == null ? null : new Trigger.Signal(name(signal));
            }
            case "conditionalEventDefinition" -> conditional(definition);
            case "errorEventDefinition" -> failure(definition, Trigger.Kind.ERROR, "error");
            case "escalationEventDefinition" -> failure(definition, Trigger.Kind.ESCALATION, "escalation");
            case "compensateEventDefinition" -> {
                var waits = !"false".equals(definition.attribute("waitForCompletion"));
                yield new Trigger.Compensate(definition.attribute("activityRef"), waits);
            }
            case "linkEventDefinition" -> new Trigger.Link(name(definition));
            default -> null;
        };
    }

    private @Nullable Trigger message(Xml element) {
        var message = referred(element, "message", true);
        if (message == null) {
            return null;
        }
        var key = message.attributes(Xml.ZHANGFA).get("key");
        try {
            return new Trigger.Message(name(message), key == null ? null : Expression.compile(key, zone));
        } catch (IllegalArgumentException notUnderstood) {
            faults.add(message, "key", "The key cannot be understood: " + notUnderstood.getMessage());
            return null;
        }
    }

    private @Nullable Trigger conditional(Xml definition) {
        var condition = definition.children(Xml.BPMN, "condition").findFirst();
        try {
            return condition.isEmpty()
                    ? null
                    : new Trigger.Conditional(Condition.compile(condition.get().text(), zone));
        } catch (IllegalArgumentException notUnderstood) {
            faults.add(event, "condition", "The condition cannot be understood: " + notUnderstood.getMessage());
            return null;
        }
    }

    private Trigger failure(Xml definition, Trigger.Kind kind, String what) {
        var named = referred(definition, what, false);
        return new Trigger.Failure(kind, named == null ? null : named.attribute(what + "Code"));
    }

    /** The message, signal, error or escalation of the file that an element names. */
    private @Nullable Xml referred(Xml element, String what, boolean needed) {
        var id = element.attribute(what + "Ref");
        if (id == null) {
            if (needed) {
                faults.add(event, "no-" + what, "It does not say which " + what);
            }
            return null;
        }
        var root = event;
        for (var around = event.parent(); around != null; around = around.parent()) {
            root = around;
        }
        var found = root.children(Xml.BPMN, what)
                .filter(one -> id.equals(one.attribute("id")))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(event, "dangling", "%sRef names %s, which is not there".formatted(what, id));
        }
        return found.orElse(null);
    }

    private static String name(Xml element) {
        var id = Objects.requireNonNullElse(element.attribute("id"), "");
        return Objects.requireNonNullElse(element.attribute("name"), id);
    }

    private @Nullable Alarm alarm(Xml definition) {
        var said = Stream.of("timeDuration", "timeDate", "timeCycle")
                .flatMap(kind -> definition.children(Xml.BPMN, kind))
                .toList();
        if (said.size() != 1) {
            fault("needs one of timeDuration, timeDate, timeCycle");
            return null;
        }
        var text = said.getFirst().text();
        return switch (said.getFirst().local()) {
            case "timeCycle" -> cycle(text);
            default -> alarm(text, 0);
        };
    }

    private @Nullable Alarm cycle(String text) {
        var cycle = CYCLE.matcher(text);
        if (!cycle.matches()
                || !FlowSpan.isDuration(cycle.group(3))
                || cycle.group(1).equals("0")) {
            fault("timeCycle is \"%s\", executed are repetitions such as R3/PT1H".formatted(text));
            return null;
        }
        var repetitions = cycle.group(1).isEmpty() ? -1 : Integer.parseInt(cycle.group(1)) - 1;
        if (cycle.group(2) == null) {
            return alarm(cycle.group(3), repetitions);
        }
        var first = Moments.instant(cycle.group(2), zone);
        if (first == null) {
            fault("timeCycle is \"%s\", whose beginning is no date or time".formatted(text));
            return null;
        }
        var calendar = event.attributes(Xml.ZHANGFA).get("calendar");
        return new Alarm(new Alarm.Since(first, cycle.group(3)), repetitions, calendar);
    }

    private @Nullable Alarm alarm(String text, int repetitions) {
        var calendar = event.attributes(Xml.ZHANGFA).get("calendar");
        var instant = Moments.instant(text, zone);
        if (instant != null) {
            return new Alarm(new Alarm.At(instant), 0, null);
        }
        if (FlowSpan.isDuration(text)) {
            return new Alarm(new Alarm.After(text), repetitions, calendar);
        }
        if (!text.startsWith("=") && !Juel.isJuel(text)) {
            fault("\"%s\" is neither an ISO 8601 duration or time nor an expression".formatted(text));
            return null;
        }
        if (event.local().equals("startEvent") && !EventVocabulary.isOfEventSubProcess(event)) {
            fault("of a start event is written out: there are no data yet that \"%s\" could read".formatted(text));
            return null;
        }
        try {
            return new Alarm(new Alarm.Said(Expression.compile(text, zone)), repetitions, calendar);
        } catch (IllegalArgumentException notUnderstood) {
            fault("cannot be understood: " + Objects.requireNonNull(notUnderstood.getMessage()));
            return null;
        }
    }

    private void fault(String reason) {
        faults.add(event, "timer", "The timer " + reason);
    }
}

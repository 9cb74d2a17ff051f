package zhangfa.flow;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a catching event waits for. */
final class EventReading {

    private static final Pattern CYCLE = Pattern.compile("R(\\d{0,4})/(.+)");

    private final Xml event;
    private final ZoneId zone;
    private final Faults faults;

    EventReading(Xml event, ZoneId zone, Faults faults) {
        this.event = event;
        this.zone = zone;
        this.faults = faults;
    }

    /** Null where a fault was added, here or as an event that is not executed. */
    @Nullable
    Alarm alarm() {
        var timers = event.children(Xml.BPMN, "timerEventDefinition").toList();
        if (timers.size() != 1) {
            return null;
        }
        var definition = timers.getFirst();
        var said = List.of("timeDuration", "timeDate", "timeCycle").stream()
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
                || !FlowSpan.isDuration(cycle.group(2))
                || cycle.group(1).equals("0")) {
            fault("timeCycle is \"%s\", executed are repetitions such as R3/PT1H".formatted(text));
            return null;
        }
        return alarm(cycle.group(2), cycle.group(1).isEmpty() ? -1 : Integer.parseInt(cycle.group(1)) - 1);
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

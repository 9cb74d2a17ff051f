package zhangfa.flow;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.FlowLimit.Expiry;
import zhangfa.flow.FlowSpan.Unit;

/** Reads how long a step may take: {@code zhangfa:limit}, else the due date that other tools wrote as a duration. */
final class LimitReading {

    private static final Set<String> KNOWN =
            Set.of("within", "duration", "unit", "calendar", "warn", "urge", "on-expiry", "to");

    private static final Map<String, Unit> UNITS = Map.of("working", Unit.WORKING, "wall", Unit.WALL);

    private static final Map<String, Expiry> EXPIRIES = Map.of(
            "remind", Expiry.REMIND,
            "escalate", Expiry.ESCALATE,
            "transfer", Expiry.TRANSFER,
            "pass", Expiry.PASS,
            "reject", Expiry.REJECT);

    private final Xml element;
    private final Map<String, String> attributes;
    private final Faults faults;

    /** Of one element {@code zhangfa:limit}. */
    LimitReading(Xml element, Faults faults) {
        this.element = element;
        this.attributes = element.attributes("");
        this.faults = faults;
    }

    /** The limit; null where other tools' due date is no plain duration, and then nobody is held to it. */
    static @Nullable FlowLimit ofDueDate(@Nullable String dueDate) {
        return dueDate == null || !FlowSpan.isDuration(dueDate)
                ? null
                : new FlowLimit(new FlowSpan(dueDate, Unit.WALL, null), null, null, Expiry.REMIND, null);
    }

    @Nullable
    FlowLimit read() {
        attributes.keySet().stream().filter(name -> !KNOWN.contains(name)).forEach(name -> fault("has no " + name));
        var within = attributes.containsKey("within") ? span("within") : span("duration");
        if (within == null) {
            fault("needs within, a duration such as P2D or PT8H");
            return null;
        }
        var expiry = choice("on-expiry", "remind", EXPIRIES);
        var to = attributes.get("to");
        if (expiry == Expiry.TRANSFER && to == null) {
            fault("on-expiry transfer needs to, who takes over");
        }
        return new FlowLimit(within, span("warn"), span("urge"), expiry, to);
    }

    private @Nullable FlowSpan span(String name) {
        var value = attributes.get(name);
        if (value == null) {
            return null;
        }
        if (!FlowSpan.isDuration(value)) {
            fault("%s is \"%s\", not a duration such as P2D or PT8H".formatted(name, value));
        }
        return new FlowSpan(value, choice("unit", "working", UNITS), attributes.get("calendar"));
    }

    private <T> T choice(String name, String otherwise, Map<String, T> choices) {
        var value = attributes.getOrDefault(name, otherwise);
        if (!choices.containsKey(value)) {
            var known = choices.keySet().stream().sorted().toList();
            fault("%s is \"%s\", executed are %s".formatted(name, value, known));
        }
        return Objects.requireNonNull(choices.getOrDefault(value, choices.get(otherwise)));
    }

    private void fault(String reason) {
        faults.add(element, "limit", "zhangfa:limit " + reason);
    }
}

package zhangfa.flow;

import org.jspecify.annotations.Nullable;

/**
 * How a case may begin: by a person, or by what a start event of the process waits for. The runtime answers with
 * {@link FlowCommand.Start}, which names the event.
 *
 * @param event the BPMN id of the start event; its case begins there, again too when it is returned to its initiator
 * @param name of the message or signal; empty for the others. A message begins a new case whatever its key
 * @param schedule when a timer begins cases; null for the others
 */
public record FlowStart(
        String event, Kind kind, String name, @Nullable FlowSchedule schedule) {

    /** What begins a case. */
    public enum Kind {
        /** A person, or whoever calls the process. */
        NONE,
        MESSAGE,
        SIGNAL,
        TIMER
    }

    static FlowStart of(Node start) {
        return switch (start.trigger()) {
            case null -> new FlowStart(start.id(), Kind.NONE, "", null);
            case Trigger.Message message -> new FlowStart(start.id(), Kind.MESSAGE, message.name(), null);
            case Trigger.Signal signal -> new FlowStart(start.id(), Kind.SIGNAL, signal.name(), null);
            case Alarm alarm -> new FlowStart(start.id(), Kind.TIMER, "", FlowSchedule.of(alarm));
            default -> throw new IllegalStateException(start.id() + " begins no case");
        };
    }

    /** Whether this message or signal begins a case here. */
    public boolean isFor(Kind what, String called) {
        return kind == what && name.equals(called);
    }
}

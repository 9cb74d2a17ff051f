package zhangfa.flow;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something outside the case that a token waits for.
 *
 * @param node the BPMN id of the event or receive task
 * @param visit the activity, wait or scope it belongs to and ends with; 0 for the case itself
 * @param name of the message or signal; empty for a condition
 * @param key what a message has to carry besides; any where there is none
 * @param held a condition that held when it was asked last
 */
public record FlowSubscription(
        int number,
        Kind kind,
        String node,
        int visit,
        String name,
        @Nullable String key,
        boolean held) {

    /** What is waited for. */
    public enum Kind {
        /** One message for one case: {@link FlowCommand.Deliver}. */
        MESSAGE,
        /** Whoever listens hears it: {@link FlowCommand.Signal}. */
        SIGNAL,
        /** The data of the case; the kernel asks after every command. */
        CONDITION
    }

    public FlowSubscription {
        name = Objects.requireNonNullElse(name, "");
    }

    /** Whether this message or signal is what is waited for. */
    public boolean isFor(Kind what, String called, @Nullable String carried) {
        return kind == what && name.equals(called) && (key == null || key.equals(carried));
    }

    /** Whether this is what an event waits for. */
    boolean isOf(@Nullable Trigger trigger) {
        return switch (trigger) {
            case Trigger.Message message -> kind == Kind.MESSAGE && name.equals(message.name());
            case Trigger.Signal signal -> kind == Kind.SIGNAL && name.equals(signal.name());
            case Trigger.Conditional _ -> kind == Kind.CONDITION;
            case null, default -> false;
        };
    }

    /** At the same element by another name. */
    FlowSubscription at(String id) {
        return new FlowSubscription(number, kind, id, visit, name, key, held);
    }

    FlowSubscription seen(boolean holds) {
        return new FlowSubscription(number, kind, node, visit, name, key, holds);
    }
}

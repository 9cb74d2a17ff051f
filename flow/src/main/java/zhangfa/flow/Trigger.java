package zhangfa.flow;

import org.jspecify.annotations.Nullable;

/** What an event waits for, or throws (BPMN 2.0.2, 10.5.5); a timer is an {@link Alarm}. */
sealed interface Trigger
        permits Alarm,
                Trigger.Message,
                Trigger.Signal,
                Trigger.Conditional,
                Trigger.Failure,
                Trigger.Compensate,
                Trigger.Link {

    /** A message of this name; with a key, only one that carries the same. */
    record Message(String name, @Nullable Expression key) implements Trigger {}

    /** A signal that everybody hears. */
    record Signal(String name) implements Trigger {}

    /** That a condition comes to hold. */
    record Conditional(Condition condition) implements Trigger {}

    /** An error, or an escalation, of this code; of any where there is none. */
    record Failure(Kind kind, @Nullable String code) implements Trigger {

        boolean isCaughtBy(@Nullable Trigger other) {
            return other instanceof Failure caught
                    && caught.kind() == kind
                    && (caught.code() == null || caught.code().equals(code));
        }
    }

    /** Whether something failed, or somebody should know. */
    enum Kind {
        ERROR,
        ESCALATION
    }

    /**
     * That what was done is compensated.
     *
     * @param activity that alone; null for all that was done in the scope
     * @param waits whether the token goes on only afterwards
     */
    record Compensate(@Nullable String activity, boolean waits) implements Trigger {}

    /** The other end of a line that was cut for the drawing. */
    record Link(String name) implements Trigger {}
}

package zhangfa.flow;

import org.jspecify.annotations.Nullable;

/**
 * How long a step may take once it has people, and what happens when it takes longer ({@code zhangfa:limit}).
 *
 * @param warn how long before the end its people are warned
 * @param urge how often they are urged after it
 * @param to who takes over or is told, as written; the runtime resolves it
 */
public record FlowLimit(
        FlowSpan within,
        @Nullable FlowSpan warn,
        @Nullable FlowSpan urge,
        Expiry expiry,
        @Nullable String to) {

    /** What the end of the time does. */
    public enum Expiry {
        /** The people are told; the task stays theirs. */
        REMIND,
        /** Somebody above is told as well; the task stays where it is. */
        ESCALATE,
        /** The task becomes somebody else's. */
        TRANSFER,
        /** The step counts as agreed to. */
        PASS,
        /** The step counts as rejected. */
        REJECT;

        /** Whether {@link FlowCommand.Fire} has to name somebody for each open task. */
        public boolean asksForSuccessors() {
            return this == ESCALATE || this == TRANSFER;
        }
    }
}

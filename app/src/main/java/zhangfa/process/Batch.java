package zhangfa.process;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.identity.Account;

/** The door to deciding on many tasks at once: each is a command of its own and answers for itself. */
public interface Batch {

    /**
     * How one of them went.
     *
     * @param task as the account sees it after the command; null where it may not see it
     * @param refusal why nothing was done to it; null where it was done
     */
    record Answer(
            UUID id, @Nullable TaskItem task, @Nullable Refusal refusal) {

        public boolean isDone() {
            return refusal == null;
        }
    }

    /**
     * Does the same to each task, in this order. A task of whose case a module warns is not agreed to unseen: it is refused
     * as a conflict and wants to be looked at alone.
     *
     * @param tasks at most 100, each once
     * @param action approve, complete, reject or claim
     * @param command of the whole; each task's own command is derived from it, so that a repeat does nothing twice
     */
    List<Answer> act(Account who, List<UUID> tasks, String action, @Nullable String comment, @Nullable UUID command);
}

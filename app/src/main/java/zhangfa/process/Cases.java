package zhangfa.process;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.identity.Account;

/**
 * The door to what people do with cases. Every call is one transaction: it happens whole or not at all. A command that
 * carries an id is done once: the same id again changes nothing and answers the same case.
 */
public interface Cases {

    /** A case is wanted; without a title it takes the form's own, else the name of the process. */
    record Wish(
            String process,
            Map<String, Object> form,
            @Nullable String title,
            @Nullable UUID command) {}

    /**
     * Somebody acts on a task.
     *
     * @param action as in the API: approve, reject, complete, return, transfer, claim, release, withdraw
     * @param form fields that come with it, as far as the step may write them
     * @param to a step for return, a username for transfer
     * @param then {@code rerun} or {@code jump_back}; rerun where it is missing
     */
    record Deed(
            String action,
            Map<String, Object> form,
            @Nullable String comment,
            @Nullable String to,
            @Nullable String then,
            @Nullable String outcome,
            @Nullable UUID command) {}

    /** Starts a case and tells its id. */
    UUID start(Account who, Wish wish);

    /** Does it, and tells the id of the task's case. */
    UUID act(Account who, UUID task, Deed deed);

    /** The initiator ends the case. */
    void cancel(Account who, UUID caseId, @Nullable String comment, @Nullable UUID command);

    /** All clocks of the case stand still and nobody acts on it until it is resumed; for the owner of the process. */
    void suspend(Account who, UUID caseId, @Nullable String comment, @Nullable UUID command);

    /** The case goes on, with the time that was left; for the owner of the process. */
    void resume(Account who, UUID caseId, @Nullable String comment, @Nullable UUID command);

    /** Tries again what an incident stopped; for the owner of the process. */
    void retry(Account who, UUID caseId);
}

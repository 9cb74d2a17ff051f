package zhangfa.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.identity.Account;

/**
 * The door to what people do with cases. Every call is one transaction: it happens whole or not at all. A command that
 * carries an id is done once: the same id again changes nothing and answers the same case.
 */
public interface Cases {

    /**
     * A case is wanted; without a title it takes the form's own, else the name of the process.
     *
     * @param nominees usernames by step, where the model leaves it to the initiator who is asked there
     */
    record Wish(
            String process,
            Map<String, Object> form,
            @Nullable String title,
            Map<String, List<String>> nominees,
            @Nullable UUID command) {

        /** With nobody to choose. */
        public Wish(String process, Map<String, Object> form, @Nullable String title, @Nullable UUID command) {
            this(process, form, title, Map.of(), command);
        }
    }

    /**
     * Somebody acts on a task.
     *
     * @param action as in the API: approve, reject, complete, return, transfer, delegate, resolve, add_sign, remove_sign, claim,
     *     release, withdraw, jump
     * @param form fields that come with it, as far as the step may write them
     * @param to a step for return and jump, a username for transfer and delegate
     * @param who usernames of signers to add or remove
     * @param how for return {@code rerun} or {@code jump_back} (rerun where it is missing), for add_sign {@code before},
     *     {@code after} or {@code parallel}
     * @param nominees usernames by step, where the model leaves it to this step who is asked there
     */
    record Deed(
            String action,
            Map<String, Object> form,
            @Nullable String comment,
            @Nullable String to,
            List<String> who,
            @Nullable String how,
            @Nullable String outcome,
            Map<String, List<String>> nominees,
            @Nullable UUID command) {

        /** With nobody to choose. */
        public Deed(
                String action,
                Map<String, Object> form,
                @Nullable String comment,
                @Nullable String to,
                List<String> who,
                @Nullable String how,
                @Nullable String outcome,
                @Nullable UUID command) {
            this(action, form, comment, to, who, how, outcome, Map.of(), command);
        }

        /** With nothing but an opinion. */
        public static Deed of(String action, @Nullable String comment) {
            return new Deed(action, Map.of(), comment, null, List.of(), null, null, null);
        }
    }

    /** Starts a case and tells its id. */
    UUID start(Account who, Wish wish);

    /** Does it, and tells the id of the task's case. */
    UUID act(Account who, UUID task, Deed deed);

    /** The initiator ends the case. */
    void cancel(Account who, UUID caseId, @Nullable String comment, @Nullable UUID command);
}

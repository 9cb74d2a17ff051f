package zhangfa.process;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.identity.Account;

/** The door to what only the owner of a process does with its cases. */
public interface CaseControl {

    /** All clocks of the case stand still and nobody acts on it until it is resumed. */
    void suspend(Account who, UUID caseId, @Nullable String comment, @Nullable UUID command);

    /** The case goes on, with the time that was left. */
    void resume(Account who, UUID caseId, @Nullable String comment, @Nullable UUID command);

    /** The case that has ended is asked at a step again. */
    void reopen(Account who, UUID caseId, String step, @Nullable String comment, @Nullable UUID command);

    /**
     * Tries again what an incident stopped, or sends a message that reached nobody once more.
     *
     * @param form corrected fields of the case, which have to fit its form
     * @return what stops the case there again, as words or a message key; null where it goes on
     */
    @Nullable
    String retry(
            Account who,
            UUID caseId,
            int incident,
            Map<String, Object> form,
            @Nullable String comment,
            @Nullable UUID command);

    /** Moves a token by hand from an open activity or an incident to a step, or to the initiator. */
    void jump(Account who, UUID caseId, int place, String to, @Nullable String comment, @Nullable UUID command);
}

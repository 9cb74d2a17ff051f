package zhangfa.process;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.identity.Account;

/**
 * The door for what reaches cases from outside: a message for one of them, a signal for all. Owners send to the cases of
 * their own processes, whoever may {@code message.send} to all.
 */
public interface Messages {

    /**
     * A message for whichever case waits for it.
     *
     * @param key what tells the case apart, as its model computes it; null where the name alone does
     * @param caseId the case that it is for, where that is known; null for the one that waits
     * @param form fields of the case that come with it
     */
    record Incoming(
            String name,
            @Nullable String key,
            @Nullable UUID caseId,
            Map<String, Object> form,
            @Nullable UUID command) {}

    /** The case that took a message, or was begun by it. */
    record Taken(UUID id, String number, String process, String status) {}

    /** A signal on its way, and how many cases waited for it or are begun by it when it was sent. */
    record Sent(UUID id, long listeners) {}

    /**
     * Brings it to the one case that waits for it; where none does, it begins a case of the process that it begins.
     *
     * @throws zhangfa.api.Refusal as a conflict where nobody waits for it, or several do and it does not say which
     */
    Taken deliver(Account who, Incoming message);

    /** Tells every case that waits for it, one after another, soon after this call. */
    Sent signal(Account who, String name, @Nullable UUID command);
}

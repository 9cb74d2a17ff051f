package zhangfa.process;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.identity.Account;

/** The door to moving all that lies with one person to another: each task is a command of its own and answers for itself. */
public interface Handover {

    /**
     * A task that lies with this person alone. Of the case only what is no secret, since whoever hands over may not see it.
     *
     * @param process its name in the reader's language
     * @param step its name likewise; null for what only the initiator can do
     */
    record Lying(
            UUID task,
            UUID caseId,
            String number,
            String process,
            @Nullable String step) {}

    /**
     * How one of them went.
     *
     * @param to who has it now; null where nothing was done
     * @param refusal why nothing was done
     */
    record Moved(Lying task, @Nullable UUID to, @Nullable Refusal refusal) {}

    /** Oldest first; what others may do as well is left out, since they can. */
    List<Lying> tasksOf(UUID person);

    /**
     * Hands each of those tasks to this successor, or to whoever acts for them while they are away; what the successor must not
     * decide, since it is their own request, to the next head above the person. What was lent to the person goes back.
     *
     * @param behalf whether the successor only stands in, so that the record says for whom they acted
     */
    List<Moved> handOver(Account who, UUID person, UUID successor, boolean behalf, @Nullable String comment);
}

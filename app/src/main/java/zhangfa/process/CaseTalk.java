package zhangfa.process;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.identity.Account;

/** The door to what people say about a case that leaves it where it is; everybody who sees the case may. */
public interface CaseTalk {

    /** Without anybody in particular. */
    default void comment(Account who, UUID caseId, String words) {
        comment(who, caseId, words, List.of(), false);
    }

    /**
     * Mentions people, by username, who are told of it.
     *
     * @param copying whether those who do not see the case are put into copy; else they are refused by name
     */
    void comment(Account who, UUID caseId, String words, List<String> mentioned, boolean copying);

    /** Notes down what came of a call, a chat or a talk about the case; its next step is reminded of on its day. */
    void record(Account who, UUID caseId, Conversation said);

    /** Puts people, by username, into copy of an urgent matter; they are asked to acknowledge it, by channel after channel. */
    void alert(Account who, UUID caseId, List<String> usernames, String words);

    /** Puts people into copy, by username. */
    void copyTo(Account who, UUID caseId, List<String> usernames);

    /** Asks whoever holds the case now to hurry; once in half an hour by the same person. */
    void urge(Account who, UUID caseId, @Nullable String words);
}

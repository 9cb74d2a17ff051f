package zhangfa.process;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.identity.Account;

/** The door to what people say about a case that leaves it where it is; everybody who sees the case may. */
public interface CaseTalk {

    void comment(Account who, UUID caseId, String words);

    /** Puts people into copy, by username. */
    void copyTo(Account who, UUID caseId, List<String> usernames);

    /** Asks whoever holds the case now to hurry; once in half an hour by the same person. */
    void urge(Account who, UUID caseId, @Nullable String words);
}

package zhangfa.process;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.identity.Account;

/** The door to who follows a case: whom it was shown to and who of them has read it, and who watches it. */
public interface Readership {

    /**
     * Somebody was put into copy.
     *
     * @param readAt when they first opened the case since; null while they have not
     */
    record Copy(UUID person, UUID by, Instant at, @Nullable Instant readAt) {}

    /** In the order in which they were put into copy. */
    List<Copy> copies(Account who, UUID caseId);

    /** This account has opened the case; kept where it is in copy. */
    void read(Account who, UUID caseId);

    boolean isWatching(Account who, UUID caseId);

    /** From now on, or no more, this account is told of each step of the case; refused as not there where it may not see it. */
    void watch(Account who, UUID caseId, boolean on);
}

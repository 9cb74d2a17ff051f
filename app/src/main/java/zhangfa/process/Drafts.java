package zhangfa.process;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Listing;
import zhangfa.api.Window;
import zhangfa.identity.Account;

/** The door to forms that somebody has begun and not handed in; nobody else sees them, and nothing in them has to be right. */
public interface Drafts {

    /** A form as far as it goes. */
    record Draft(
            UUID id,
            String process,
            String processName,
            @Nullable String title,
            Map<String, Object> form,
            Instant savedAt) {}

    /** Those that are not discarded, the latest first. */
    Listing<Draft> of(Account who, Window window);

    /** Refused as not there where it is somebody else's. */
    Draft find(Account who, UUID id);

    /** Keeps it under this id, anew or over what was kept before; a hundred at most for each person. */
    void save(Account who, UUID id, String process, @Nullable String title, Map<String, Object> form);

    /** It is not listed any more, and may be restored for a day. */
    void discard(Account who, UUID id);

    void restore(Account who, UUID id);

    /** Forgets what was handed in. */
    void forget(Account who, UUID id);
}

package zhangfa.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door to notices that must be acknowledged: each goes from channel to channel until its reader has done so. */
public interface UrgentNotices {

    /** Says it inside the caller's transaction; its kind has a {@link Ladder}. */
    void raise(Message message);

    /** What was raised about a case, the youngest first. */
    List<Raised> about(UUID caseId);

    /** An urgent notice, in the words of whoever raised it. */
    record Raised(UUID id, Instant at, String remark, List<Receipt> receipts) {}

    /**
     * How one reader stands to it.
     *
     * @param rung the last that it climbed to for this reader; null while it is only in the centre
     */
    record Receipt(
            UUID person,
            @Nullable Instant readAt,
            @Nullable Instant acknowledgedAt,
            @Nullable String rung) {}
}

package zhangfa.notification.wording;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in one language, for one reader or for none in particular.
 *
 * @param remark what a person said with it
 * @param link a path, or null where it leads nowhere
 * @param readAt when its reader had seen it
 */
public record Spoken(
        UUID id,
        String kind,
        boolean urgent,
        String subject,
        String text,
        @Nullable String remark,
        @Nullable String link,
        @Nullable UUID caseId,
        Instant at,
        @Nullable Instant readAt,
        List<Item> items,
        @Nullable Acknowledgement acknowledgement) {

    /** Where a notice must be acknowledged: when its reader did; null while not. */
    public record Acknowledgement(@Nullable Instant at) {}

    /** One of the things that it lists; see {@link zhangfa.notification.Message.Item}. */
    public record Item(
            String title,
            @Nullable String link,
            String note,
            List<Link> basis,
            @Nullable Link action) {}

    public record Link(String label, String path) {}

    public boolean asksToBeAcknowledged() {
        return acknowledgement != null && acknowledgement.at() == null;
    }

    public boolean isUnread() {
        return readAt == null;
    }
}

package zhangfa.notification.announcement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.ui.Tone;

/**
 * An announcement as one reader sees it.
 *
 * @param publisher by name
 * @param readBy until when it must be confirmed; null where it need not be by a time
 * @param readers how many it addresses
 * @param done how many of them have confirmed it, or read it where that is enough
 * @param addressed whether the reader is one of them
 */
public record Announcement(
        UUID id,
        String title,
        String body,
        boolean urgent,
        UUID publisherId,
        String publisher,
        Instant publishedAt,
        @Nullable Instant readBy,
        int readers,
        int done,
        boolean addressed,
        @Nullable Instant readAt,
        @Nullable Instant confirmedAt) {

    /** Urgent ones and those with a day ask for more than being opened. */
    public boolean asksForConfirmation() {
        return urgent || readBy != null;
    }

    public boolean isOpen() {
        return addressed && (asksForConfirmation() ? confirmedAt == null : readAt == null);
    }

    public Tone tone() {
        return isOpen() ? Tone.WAITING : Tone.DONE;
    }

    /** The last part of the key of the word for where the reader stands. */
    public String standing() {
        if (confirmedAt != null) {
            return "confirmed";
        }
        if (readAt != null) {
            return asksForConfirmation() ? "to-confirm" : "read";
        }
        return addressed ? "unread" : "published";
    }
}

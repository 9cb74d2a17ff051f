package zhangfa.rulebook.acknowledgement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is asked to read an edition.
 *
 * @param title of the regulation
 * @param number of the edition
 * @param provisions those to be read: all of them, or what has changed since the edition that they have acknowledged
 * @param readAt when they said that they have read and understood it; null while it is open
 */
public record Asking(
        UUID edition,
        UUID person,
        String title,
        int number,
        List<UUID> provisions,
        boolean changesOnly,
        Instant askedAt,
        @Nullable Instant readAt) {

    public boolean isOpen() {
        return readAt == null;
    }

    public boolean asksFor(UUID provision) {
        return provisions.contains(provision);
    }

    public String href() {
        return "/rulebook/editions/" + edition;
    }
}

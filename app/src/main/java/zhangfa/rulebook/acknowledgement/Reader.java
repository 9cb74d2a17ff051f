package zhangfa.rulebook.acknowledgement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who was asked to read an edition, and when they did; null while they have not. */
public record Reader(
        UUID person,
        String name,
        @Nullable UUID unitId,
        String unit,
        Instant askedAt,
        @Nullable Instant readAt) {

    public boolean isOpen() {
        return readAt == null;
    }
}

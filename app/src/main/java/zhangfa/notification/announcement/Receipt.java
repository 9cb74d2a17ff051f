package zhangfa.notification.announcement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether one of those addressed has read an announcement, and confirmed it. */
public record Receipt(
        UUID person,
        String name,
        String unit,
        @Nullable Instant readAt,
        @Nullable Instant confirmedAt) {}

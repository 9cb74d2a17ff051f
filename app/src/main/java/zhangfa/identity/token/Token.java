package zhangfa.identity.token;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of an API token after it was handed out: everything but the token itself. */
public record Token(
        UUID id,
        String label,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {}

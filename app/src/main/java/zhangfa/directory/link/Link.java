package zhangfa.directory.link;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of an outside system who is an account here.
 *
 * @param name what the outside system calls them
 */
public record Link(
        UUID provider,
        String subject,
        UUID account,
        String name,
        Instant linkedAt,
        @Nullable Instant usedAt) {}

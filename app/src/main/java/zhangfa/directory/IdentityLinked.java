package zhangfa.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From now on this person of an outside system is this account here.
 *
 * @param who whoever linked them; null where the administrator's rule recognised them
 */
public record IdentityLinked(
        UUID account,
        UUID provider,
        String subject,
        @Nullable UUID who) {}

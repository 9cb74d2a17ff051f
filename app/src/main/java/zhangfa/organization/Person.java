package zhangfa.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works here today.
 *
 * @param id the same as the account's
 * @param unit where they are assigned today
 * @param position key of the position they hold, such as {@code accountant}
 * @param active employed and not shut out
 */
public record Person(
        UUID id,
        String username,
        String name,
        UUID unit,
        @Nullable String position,
        PostLevel level,
        boolean active) {}

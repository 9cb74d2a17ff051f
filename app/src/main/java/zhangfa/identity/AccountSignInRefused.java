package zhangfa.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was not let in.
 *
 * @param account null when no account has the name that was given; that name itself may be a mistyped password and is not told
 */
public record AccountSignInRefused(@Nullable UUID account, String address) {}

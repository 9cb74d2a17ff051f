package zhangfa.organization.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change as a page shows it.
 *
 * @param who the name of whoever changed it; null for the product itself
 * @param what names its words: {@code organization.change.<what>}
 * @param detail the new value in words, or empty
 */
public record Change(Instant at, @Nullable String who, String what, String detail) {}

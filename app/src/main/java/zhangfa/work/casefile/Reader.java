package zhangfa.work.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody in copy of a case, and when they have read it. */
public record Reader(String name, @Nullable Instant readAt) {}

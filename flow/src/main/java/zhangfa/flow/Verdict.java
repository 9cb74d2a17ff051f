package zhangfa.flow;

import org.jspecify.annotations.Nullable;

/** What the condition of a flow said; null counts as no. */
public record Verdict(String flow, @Nullable Boolean result) {}

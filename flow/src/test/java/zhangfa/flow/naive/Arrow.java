package zhangfa.flow.naive;

import org.jspecify.annotations.Nullable;

/** A sequence flow. */
record Arrow(String id, String from, String to, @Nullable String condition) {}

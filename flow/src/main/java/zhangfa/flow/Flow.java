package zhangfa.flow;

import org.jspecify.annotations.Nullable;

/** A sequence flow between two nodes, its condition compiled. */
record Flow(
        String id, String source, String target, @Nullable Condition condition) {}

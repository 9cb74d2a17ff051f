package zhangfa.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the process with the flows that lead to and from it, in the order of the XML.
 *
 * @param otherwise the default flow
 * @param step what people do here, for a {@link Kind#STEP}
 */
record Node(
        String id,
        Kind kind,
        List<Flow> incoming,
        List<Flow> outgoing,
        @Nullable Flow otherwise,
        @Nullable FlowStep step) {

    /** What a token does here. */
    enum Kind {
        START,
        END,
        TERMINATE,
        STEP,
        EXCLUSIVE,
        PARALLEL
    }

    boolean isJoin() {
        return kind == Kind.PARALLEL && incoming.size() > 1;
    }

    /** Whether going on from here asks conditions. */
    boolean decides() {
        return otherwise != null || outgoing.stream().anyMatch(flow -> flow.condition() != null);
    }

    /** The flows that are taken only if their conditions, or all others', say so. */
    boolean isOptional(Flow flow) {
        return flow.condition() != null || flow.equals(otherwise);
    }
}

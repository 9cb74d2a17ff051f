package zhangfa.flow;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A node of the process with the flows that lead to and from it, in the order of the XML.
 *
 * @param scope the sub-process around it; {@link Graph#PROCESS} where there is none
 * @param otherwise the default flow
 * @param step what people do here, for a {@link Kind#STEP}
 * @param catching what is waited for, for a {@link Kind#CATCH}, {@link Kind#BOUNDARY} or {@link Kind#SERVICE}
 */
record Node(
        String id,
        Kind kind,
        String scope,
        List<Flow> incoming,
        List<Flow> outgoing,
        @Nullable Flow otherwise,
        @Nullable FlowStep step,
        Catching catching) {

    /** What a token does here. */
    enum Kind {
        START,
        END,
        TERMINATE,
        STEP,
        EXCLUSIVE,
        PARALLEL,
        INCLUSIVE,
        /** An intermediate event that waits for its timer. */
        CATCH,
        /** A timer on a step or a sub-process. */
        BOUNDARY,
        /** A service task: the runtime carries out an action. */
        SERVICE,
        /** An embedded sub-process: a scope with a start and ends of its own. */
        SUB
    }

    /**
     * What a node waits for.
     *
     * @param host the activity that a boundary event is attached to
     * @param interrupting whether the boundary event ends its activity
     * @param action what the runtime carries out
     */
    record Catching(
            @Nullable Alarm alarm,
            @Nullable String host,
            boolean interrupting,
            @Nullable String action) {

        static final Catching NOTHING = new Catching(null, null, false, null);
    }

    boolean isJoin() {
        return (kind == Kind.PARALLEL || kind == Kind.INCLUSIVE) && incoming.size() > 1;
    }

    /** Whether a token rests here until somebody or something lets it go on. */
    boolean isRest() {
        return kind == Kind.STEP || kind == Kind.CATCH || kind == Kind.SERVICE || kind == Kind.SUB;
    }

    /** Whether it has nodes of its own inside. */
    boolean isScope() {
        return kind == Kind.SUB;
    }

    /** What the runtime carries out at a service task. */
    String action() {
        return Objects.requireNonNull(catching.action());
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

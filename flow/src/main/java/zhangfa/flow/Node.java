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
 * @param catching what an event or a service task is about
 * @param repetition how often it is done; null for once
 */
record Node(
        String id,
        Kind kind,
        String scope,
        List<Flow> incoming,
        List<Flow> outgoing,
        @Nullable Flow otherwise,
        @Nullable FlowStep step,
        Catching catching,
        @Nullable Repetition repetition) {

    /** What a token does here. */
    enum Kind {
        START,
        END,
        TERMINATE,
        STEP,
        EXCLUSIVE,
        PARALLEL,
        INCLUSIVE,
        /** An intermediate event, or a receive task, that waits for its trigger. */
        CATCH,
        /** An intermediate event, or a send task, that throws its trigger, if any. */
        THROW,
        /** An event-based gateway: the first of the events behind it is the way on. */
        RACE,
        /** An event on an activity. */
        BOUNDARY,
        /** A service task: the runtime carries out an action. */
        SERVICE,
        /** An embedded sub-process: a scope with a start and ends of its own. */
        SUB,
        /** An ad-hoc sub-process: a scope in which people choose what is done. */
        AD_HOC,
        /** A script or business-rule task: an expression or a decision gives a value. */
        SCRIPT,
        /** A call activity: another case does it. */
        CALL,
        /** A sub-process that begins by its start event, instead of what is around it or beside that. */
        EVENT_SUB
    }

    /** A value, under a name. */
    record Computation(String name, Computable by) {}

    /**
     * What an event or a task that nobody works on is about.
     *
     * @param trigger of an event; the condition that ends an ad-hoc sub-process, which then interrupts the rest, and whose action
     *     is the order of what is done in it
     * @param host the activity that a boundary event is attached to
     * @param interrupting whether the boundary event ends its activity, or the start event what is around its sub-process
     * @param action what the runtime carries out, or the key of the process that is called
     * @param values what a script task computes, or what a call hands over
     * @param results what a call takes over from the case that was called
     */
    record Catching(
            @Nullable Trigger trigger,
            @Nullable String host,
            boolean interrupting,
            @Nullable String action,
            List<Computation> values,
            List<Computation> results) {

        static final Catching NOTHING = new Catching(null, null, false, null, List.of(), List.of());

        static Catching computing(List<Computation> values) {
            return new Catching(null, null, false, null, values, List.of());
        }

        static Catching of(@Nullable Trigger trigger, @Nullable String host, boolean interrupting) {
            return new Catching(trigger, host, interrupting, null, List.of(), List.of());
        }
    }

    boolean isJoin() {
        return (kind == Kind.PARALLEL || kind == Kind.INCLUSIVE) && incoming.size() > 1;
    }

    /** Whether a token rests here until somebody or something lets it go on; where it is done several times, until all are done. */
    boolean isRest() {
        return switch (kind) {
            case STEP, CATCH, SERVICE, SUB, AD_HOC, RACE, CALL -> true;
            default -> repetition != null;
        };
    }

    /** Whether it has nodes of its own inside. */
    boolean isScope() {
        return kind == Kind.SUB || kind == Kind.EVENT_SUB || kind == Kind.AD_HOC;
    }

    @Nullable
    Trigger trigger() {
        return catching.trigger();
    }

    /** What the runtime carries out at a service task. */
    String action() {
        return Objects.requireNonNull(catching.action());
    }

    /** Whether going on from here asks conditions. */
    boolean decides() {
        return otherwise != null || Copies.any(outgoing, flow -> flow.condition() != null);
    }

    /** The flows that are taken only if their conditions, or all others', say so. */
    boolean isOptional(Flow flow) {
        return flow.condition() != null || flow.equals(otherwise);
    }
}

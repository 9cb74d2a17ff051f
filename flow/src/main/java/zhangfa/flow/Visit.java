package zhangfa.flow;

import java.util.List;
import java.util.Set;

/**
 * A place in the past of a case where tokens were taken and passed on: an activity, a wait or a scope takes one, a joining several. Visits
 * point back to the visits they came from, so that returning knows what follows from what, across branches.
 */
public sealed interface Visit permits Activity, Compensation, Joining, Scope, Wait {

    int number();

    /** The BPMN id of the step or gateway. */
    String node();

    /** Whether its token has gone on. */
    boolean isDone();

    /** The visits whose tokens it took. */
    List<Integer> sources();

    /** Whether one of the tokens it took came from one of these visits. */
    default boolean cameFrom(Set<Integer> visits) {
        return sources().stream().anyMatch(visits::contains);
    }
}

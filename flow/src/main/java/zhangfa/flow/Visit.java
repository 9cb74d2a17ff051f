package zhangfa.flow;

import java.util.Set;

/**
 * A place in the past of a case where tokens were taken and passed on: an activity or a wait takes one, a joining several. Visits
 * point back to the visits they came from, so that returning knows what follows from what, across branches.
 */
public sealed interface Visit permits Activity, Joining, Wait {

    int number();

    /** The BPMN id of the step or gateway. */
    String node();

    /** Whether its token has gone on. */
    boolean isDone();

    /** Whether one of the tokens it took came from one of these visits. */
    boolean cameFrom(Set<Integer> visits);
}

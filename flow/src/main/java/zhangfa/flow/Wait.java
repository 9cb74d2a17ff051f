package zhangfa.flow;

import java.util.List;

/**
 * A token that waits at a node, or waited there, for something that is nobody's task.
 *
 * @param node the BPMN id of the event or task
 * @param from the visit whose token it took
 * @param over it has come, and the token has gone on
 */
public record Wait(int number, String node, int from, For awaited, boolean over) implements Visit {

    /** What a token waits for. */
    public enum For {
        /** The instant of a timer. */
        MOMENT,
        /** A message, a signal or a condition. */
        EVENT,
        /** The first of several events. */
        RACE,
        /** The runtime, to carry out the action of a service task. */
        ACTION,
        /** The end of a case that was called. */
        CALL,
        /** Nothing: one of several instances of a task at which nobody works, done at once unless it fails. */
        NOTHING
    }

    @Override
    public List<Integer> sources() {
        return List.of(from);
    }

    @Override
    public boolean isDone() {
        return over;
    }

    Wait ended() {
        return new Wait(number, node, from, awaited, true);
    }
}

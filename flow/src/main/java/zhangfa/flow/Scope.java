package zhangfa.flow;

import java.util.List;

/**
 * A sub-process at work, or left. What is inside came from it; the {@link Joining} of its last tokens is what goes on.
 *
 * @param sub the BPMN id of the sub-process
 * @param from the visit whose token it took
 */
public record Scope(int number, String sub, int from, Phase phase) implements Visit {

    /** How far a scope is. */
    public enum Phase {
        OPEN,
        DONE,
        /** A boundary event, or the end of what it was part of, ended it. */
        INTERRUPTED
    }

    @Override
    public String node() {
        return sub;
    }

    @Override
    public List<Integer> sources() {
        return List.of(from);
    }

    @Override
    public boolean isDone() {
        return phase != Phase.OPEN;
    }

    Scope in(Phase next) {
        return new Scope(number, sub, from, next);
    }
}

package zhangfa.flow;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sub-process, or an activity done several times, at work or left. What is inside came from it; the {@link Joining} of its last tokens is what goes on.
 *
 * @param sub the BPMN id of the sub-process or activity
 * @param from the visit whose token it took
 * @param rounds of an activity done several times: its instances, which are visits inside this one
 */
public record Scope(
        int number,
        String sub,
        int from,
        Phase phase,
        @Nullable Rounds rounds) implements Visit {

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
        return new Scope(number, sub, from, next, rounds);
    }

    Scope with(Rounds next) {
        return new Scope(number, sub, from, phase, next);
    }

    /** Of one that has such. */
    Rounds instances() {
        return Objects.requireNonNull(rounds);
    }
}

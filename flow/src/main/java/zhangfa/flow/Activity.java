package zhangfa.flow;

import java.util.List;
import java.util.Set;

/**
 * A step at work, or done: one round of asking its people.
 *
 * @param from the visit whose token it took
 * @param back steps the token goes back to afterwards, nearest first, instead of on; not empty on a detour
 * @param votes the decisions so far that let the case go on
 */
public record Activity(int number, String step, int from, List<String> back, Phase phase, List<Vote> votes)
        implements Visit {

    /** How far a step is. */
    public enum Phase {
        ASKING,
        OPEN,
        DONE
    }

    /** Somebody's decision on a task that lets the case go on. */
    public record Vote(int task, String by) {}

    public Activity {
        back = Copies.of(back);
        votes = Copies.of(votes);
    }

    @Override
    public String node() {
        return step;
    }

    @Override
    public boolean cameFrom(Set<Integer> visits) {
        return visits.contains(from);
    }

    public boolean isDone() {
        return phase == Phase.DONE;
    }

    /** Whether it was entered out of the drawn order, by a return that jumps back. */
    public boolean isDetour() {
        return !back.isEmpty();
    }

    Activity in(Phase next) {
        return new Activity(number, step, from, back, next, votes);
    }

    Activity with(Vote vote) {
        return new Activity(number, step, from, back, phase, Copies.with(votes, vote));
    }

    Activity reopened(int task) {
        return new Activity(number, step, from, back, Phase.OPEN, Copies.unless(votes, vote -> vote.task() == task));
    }
}

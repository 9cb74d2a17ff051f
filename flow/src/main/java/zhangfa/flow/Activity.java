package zhangfa.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step at work, or done: one round of asking its people.
 *
 * @param from the visit whose token it took
 * @param back steps the token goes back to afterwards, nearest first, instead of on; not empty on a detour
 * @param votes the decisions so far that have not ended it
 * @param spared tasks that were closed because enough had been decided without them
 */
public record Activity(
        int number, String step, int from, List<String> back, Phase phase, List<Vote> votes, List<FlowTask> spared)
        implements Visit {

    /** How far a step is. */
    public enum Phase {
        ASKING,
        OPEN,
        DONE,
        /** A boundary event, or the end of what it was part of, ended it. */
        INTERRUPTED
    }

    /**
     * Somebody's decision on a task.
     *
     * @param against a rejection that alone does not decide the step
     */
    public record Vote(
            int task, String by, boolean against, @Nullable Place place) {

        Place standing() {
            return Place.of(place);
        }

        Vote renaming(int old, int again) {
            return new Vote(task, by, against, standing().renaming(old, again).orNothing());
        }
    }

    public Activity {
        back = Copies.of(back);
        votes = Copies.of(votes);
        spared = Copies.of(spared);
    }

    @Override
    public String node() {
        return step;
    }

    @Override
    public List<Integer> sources() {
        return List.of(from);
    }

    @Override
    public boolean isDone() {
        return phase == Phase.DONE || phase == Phase.INTERRUPTED;
    }

    /** Whether it was entered out of the drawn order, by a return that jumps back. */
    public boolean isDetour() {
        return !back.isEmpty();
    }

    Activity in(Phase next) {
        return new Activity(number, step, from, back, next, votes, spared);
    }

    Activity with(Vote vote) {
        return new Activity(number, step, from, back, phase, Copies.with(votes, vote), spared);
    }

    Activity sparing(FlowTask task) {
        return new Activity(number, step, from, back, phase, votes, Copies.with(spared, task));
    }

    /** Without the decision on a task, or a task that was spared; what was to come after it comes after another now. */
    Activity reopened(int task, int again) {
        var others = votes.stream()
                .filter(vote -> vote.task() != task)
                .map(vote -> vote.renaming(task, again))
                .toList();
        var rest = spared.stream()
                .filter(one -> one.number() != task)
                .map(one -> one.renaming(task, again))
                .toList();
        return new Activity(number, step, from, back, Phase.OPEN, others, rest);
    }
}

package zhangfa.flow;

import java.util.List;
import zhangfa.flow.FlowStep.Mode;

/** Whether the decisions on a step so far, and those still to come, have settled it. */
final class Tally {

    /** How a step stands. */
    enum Result {
        OPEN,
        AGREED,
        REFUSED
    }

    private Tally() {}

    /**
     * Counts.
     *
     * @param waited tasks on which somebody has still to decide
     */
    static Result of(FlowStep.Decision decision, List<Activity.Vote> votes, List<FlowTask> waited) {
        var share = decision.share();
        if (share == null) {
            return Copies.any(votes, Activity.Vote::against)
                    ? Result.REFUSED
                    : waited.isEmpty() ? Result.AGREED : Result.OPEN;
        }
        var weighted = decision.mode() == Mode.WEIGHTED;
        var agreed = 0L;
        var refused = 0L;
        for (var vote : votes) {
            var weight = weight(vote.standing(), weighted);
            agreed += vote.against() ? 0 : weight;
            refused += vote.against() ? weight : 0;
        }
        var open = waited.stream()
                .mapToLong(task -> weight(task.standing(), weighted))
                .sum();
        var all = agreed + refused + open;
        if (share.isReached(agreed, all)) {
            return Result.AGREED;
        }
        return share.isReached(agreed + open, all) ? Result.OPEN : Result.REFUSED;
    }

    private static long weight(Place place, boolean weighted) {
        return weighted ? place.weight() : 1;
    }
}

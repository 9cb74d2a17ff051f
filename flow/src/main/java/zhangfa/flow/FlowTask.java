package zhangfa.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open task.
 *
 * @param candidates who may claim or decide it; empty where it is the assignee's alone
 * @param assignee whose it is, or who has claimed it
 * @param head who answers for it while nobody has claimed it
 * @param touched somebody has claimed or transferred it, so what led here cannot be withdrawn
 */
public record FlowTask(
        int number,
        int activity,
        String step,
        List<String> candidates,
        @Nullable String assignee,
        String head,
        boolean touched) {

    public FlowTask {
        candidates = Copies.of(candidates);
    }

    /** The one person who answers for it now. */
    public String accountable() {
        return assignee != null ? assignee : head;
    }

    public boolean isClaimed() {
        return assignee != null && !candidates.isEmpty();
    }

    /** Whether this person may decide it now. */
    public boolean isFor(String person) {
        return assignee != null ? assignee.equals(person) : candidates.contains(person);
    }

    FlowTask claimedBy(String person) {
        return new FlowTask(number, activity, step, candidates, person, head, true);
    }

    FlowTask released() {
        return new FlowTask(number, activity, step, candidates, null, head, false);
    }

    FlowTask transferredTo(String person) {
        return new FlowTask(number, activity, step, List.of(), person, head, true);
    }
}

package zhangfa.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that is open, or held back until other signers of its step have decided.
 *
 * @param candidates who may claim or decide it; empty where it is the assignee's alone
 * @param assignee whose it is, or who has claimed it
 * @param head who answers for it while nobody has claimed it
 * @param touched somebody has claimed, transferred or delegated it, so what led here cannot be withdrawn
 * @param delegators who lent it to the assignee and gets it back, the last one first
 * @param asked of a task held back: it was open before
 */
public record FlowTask(
        int number,
        int activity,
        String step,
        List<String> candidates,
        @Nullable String assignee,
        String head,
        boolean touched,
        List<String> delegators,
        @Nullable Place place,
        boolean asked) {

    public FlowTask {
        candidates = Copies.of(candidates);
        delegators = Copies.of(delegators);
    }

    /** The one person who answers for it now. */
    public String accountable() {
        return assignee != null ? assignee : head;
    }

    public boolean isClaimed() {
        return assignee != null && !candidates.isEmpty();
    }

    /** Whether another signer of its step has brought them in. */
    public boolean isAdded() {
        return !standing().addedBy().isEmpty();
    }

    public boolean isDelegated() {
        return !delegators.isEmpty();
    }

    /** Whose signature it is: who lent it out still signs. */
    @Nullable
    String signer() {
        return delegators.isEmpty() ? assignee : delegators.getLast();
    }

    /** Whether this person may decide it now. */
    public boolean isFor(String person) {
        return assignee != null ? assignee.equals(person) : candidates.contains(person);
    }

    /** Where it stands among the tasks of its step. */
    Place standing() {
        return Place.of(place);
    }

    FlowTask claimedBy(String person) {
        return with(candidates, person, List.of(), true);
    }

    FlowTask released() {
        return with(candidates, null, List.of(), false);
    }

    FlowTask transferredTo(String person) {
        return with(List.of(), person, List.of(), true);
    }

    FlowTask delegatedTo(String person, String by) {
        return with(candidates, person, Copies.before(by, delegators), true);
    }

    FlowTask resolved() {
        return with(candidates, delegators.getFirst(), delegators.subList(1, delegators.size()), true);
    }

    FlowTask at(Place next) {
        return new FlowTask(
                number, activity, step, candidates, assignee, head, touched, delegators, next.orNothing(), asked);
    }

    /** Of the same step by another name. */
    FlowTask of(String name) {
        return new FlowTask(number, activity, name, candidates, assignee, head, touched, delegators, place, asked);
    }

    FlowTask renaming(int old, int again) {
        return at(standing().renaming(old, again));
    }

    /** The same signer, to be asked anew; what was lent out is theirs again. */
    FlowTask numbered(int again) {
        return new FlowTask(again, activity, step, candidates, signer(), head, false, List.of(), place, false);
    }

    FlowTask held() {
        return new FlowTask(number, activity, step, candidates, assignee, head, touched, delegators, place, true);
    }

    FlowTask resumed() {
        return new FlowTask(number, activity, step, candidates, assignee, head, touched, delegators, place, false);
    }

    private FlowTask with(List<String> shared, @Nullable String person, List<String> lenders, boolean isTouched) {
        return new FlowTask(number, activity, step, shared, person, head, isTouched, lenders, place, asked);
    }
}

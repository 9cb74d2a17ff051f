package zhangfa.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a signer stands among the signers of a step.
 *
 * @param before the tasks of the same step that wait until this one is decided
 * @param addedBy who added this signer, and who had added those, nearest first; empty for who is asked by rule
 * @param weight what their word counts where a step weighs; else 0
 */
public record Place(List<Integer> before, List<String> addedBy, int weight) {

    /** Beside all others, asked by rule. */
    static final Place PLAIN = new Place(List.of(), List.of(), 0);

    public Place {
        before = Copies.of(before);
        addedBy = Copies.of(addedBy);
    }

    static Place of(@Nullable Place place) {
        return place == null ? PLAIN : place;
    }

    /** Null where there is nothing to say. */
    @Nullable
    Place orNothing() {
        return equals(PLAIN) ? null : this;
    }

    Place before(List<Integer> tasks) {
        return new Place(tasks, addedBy, weight);
    }

    /** Of a signer whom this person adds out of this place. */
    Place added(String by, List<Integer> tasks) {
        return new Place(tasks, Copies.before(by, addedBy), weight == 0 ? 0 : 1);
    }

    Place renaming(int task, int again) {
        return before(before.stream().map(one -> one == task ? again : one).toList());
    }
}

package zhangfa.rulebook.obligation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.rulebook.source.Wording;

/**
 * What has to be done again and again.
 *
 * @param practice what brought it; null for the company's own
 * @param article what else demands it, of the company's own, as people call it
 * @param owner who has it to do: {@code position:…}, {@code head:…} of a unit, or {@code unit-head}, which is each head for their
 *     own unit
 * @param verifier who verifies it, by the same rules; null where nobody has to
 * @param since nothing is due before
 * @param clauses what demands it, of the company's own; a practice says so of its clauses
 */
public record Obligation(
        String key,
        @Nullable String practice,
        Wording title,
        String article,
        When when,
        String owner,
        @Nullable String verifier,
        Proof proof,
        Instant since,
        int revision,
        List<String> clauses) {

    static final String WHO = "unit-head|(position|head):[a-z][a-z0-9-]*";

    /** Whether each unit has it to do. */
    public boolean isOfEachUnit() {
        return owner.equals("unit-head");
    }

    public boolean isOwn() {
        return practice == null;
    }
}

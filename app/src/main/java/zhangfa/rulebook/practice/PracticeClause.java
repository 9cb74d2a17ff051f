package zhangfa.rulebook.practice;

import java.util.List;
import java.util.Objects;
import zhangfa.rulebook.source.Wording;

/**
 * How one clause is carried out.
 *
 * @param steps the steps of the process that leave its evidence
 * @param controls the controls that watch it
 * @param obligations the obligations that have it done again and again
 * @param lacks what it demands and the product does not do yet
 */
public record PracticeClause(
        String id,
        List<String> steps,
        List<String> controls,
        List<String> obligations,
        List<Duty> duties,
        List<Wording> lacks) {

    /** What was kept by an older release has no obligations. */
    public PracticeClause {
        obligations = Objects.requireNonNullElse(obligations, List.of());
    }
}

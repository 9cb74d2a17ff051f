package zhangfa.rulebook.practice;

import java.util.List;
import zhangfa.rulebook.source.Wording;

/**
 * How one clause is carried out.
 *
 * @param steps the steps of the process that leave its evidence
 * @param controls the controls that watch it
 * @param lacks what it demands and the product does not do yet
 */
public record PracticeClause(
        String id, List<String> steps, List<String> controls, List<Duty> duties, List<Wording> lacks) {}

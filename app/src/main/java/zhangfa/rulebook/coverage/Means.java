package zhangfa.rulebook.coverage;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import zhangfa.rulebook.control.ControlState;
import zhangfa.rulebook.obligation.Obligation;
import zhangfa.rulebook.practice.Duty;
import zhangfa.rulebook.practice.Practice;
import zhangfa.rulebook.practice.PracticeClause;
import zhangfa.rulebook.source.Wording;

/**
 * What carries a clause out.
 *
 * @param needs steps that have to be in force for it
 * @param marks where evidence of it is left
 * @param controls keys of those that watch it
 * @param who the rules that name whose duty it is
 * @param lacks what it demands and nothing does yet
 */
record Means(
        List<EvidenceLog.Step> needs,
        List<EvidenceLog.Step> marks,
        List<String> controls,
        List<String> who,
        List<Wording> lacks) {

    static final Means NONE = new Means(List.of(), List.of(), List.of(), List.of(), List.of());

    /** What a practice says of its clause. */
    static Means of(Practice practice, PracticeClause how) {
        var steps = how.steps().stream()
                .map(step -> new EvidenceLog.Step(practice.process().key(), step))
                .toList();
        return new Means(
                steps,
                Stream.concat(steps.stream(), how.obligations().stream().map(EvidenceLog::of))
                        .toList(),
                how.controls(),
                how.duties().stream().map(Duty::who).toList(),
                how.lacks());
    }

    /** What the company laid down itself, by the clauses that it names. */
    static Map<String, Means> ofTheCompany(List<Obligation> obligations, Collection<ControlState> controls) {
        var done =
                obligations.stream().flatMap(one -> one.clauses().stream().map(clause -> Map.entry(clause, of(one))));
        var watched = controls.stream()
                .map(ControlState::control)
                .flatMap(one -> one.clauses().stream().map(clause -> Map.entry(clause, watching(one.key()))));
        return Stream.concat(done, watched).collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Means::and));
    }

    private static Means of(Obligation one) {
        var needs = one.proof().process().stream().map(process -> new EvidenceLog.Step(process, EvidenceLog.FILING));
        return new Means(
                needs.toList(), List.of(EvidenceLog.of(one.key())), List.of(), List.of(one.owner()), List.of());
    }

    private static Means watching(String control) {
        return new Means(List.of(), List.of(), List.of(control), List.of(), List.of());
    }

    /** A control alone does nothing. */
    boolean leaveEvidence() {
        return !marks.isEmpty();
    }

    Means and(Means other) {
        return new Means(
                both(needs, other.needs),
                both(marks, other.marks),
                both(controls, other.controls),
                both(who, other.who),
                both(lacks, other.lacks));
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}

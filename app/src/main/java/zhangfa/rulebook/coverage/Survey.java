package zhangfa.rulebook.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhangfa.rulebook.control.ControlRun;
import zhangfa.rulebook.control.ControlState;
import zhangfa.rulebook.practice.Practice;
import zhangfa.rulebook.practice.PracticeClause;
import zhangfa.rulebook.tree.Clause;

/**
 * Judges clauses by what is really there: practices, processes in force, people, evidence, answers of controls.
 *
 * @param carried practices by the clauses they carry out
 * @param adopted keys of adopted practices
 * @param running the steps of a process in force
 * @param people how many a duty's rule names
 */
record Survey(
        Map<String, Practice> carried,
        Set<String> adopted,
        Function<String, Optional<Set<String>>> running,
        ToIntFunction<String> people,
        Map<EvidenceLog.Step, Evidence> evidence,
        Map<String, ControlState> controls,
        Locale locale) {

    Standing of(Passage passage, Clause clause) {
        var practice = carried.get(clause.id());
        var how = practice == null ? null : practice.clause(clause.id()).orElse(null);
        if (practice == null || how == null) {
            return new Standing(
                    passage,
                    clause,
                    false,
                    Execution.no("{rulebook.reason.no-practice}"),
                    false,
                    Evidence.NONE,
                    List.of());
        }
        return new Standing(
                passage,
                clause,
                adopted.contains(practice.key()),
                execution(practice, how),
                onDuty(how),
                evidence(practice, how),
                controls(how));
    }

    /** Something is in force that carries it out: steps of a published process, obligations, or both. */
    private Execution execution(Practice practice, PracticeClause how) {
        if (!adopted.contains(practice.key())) {
            return Execution.no(
                    "{rulebook.reason.not-adopted|" + practice.title().in(locale) + "}");
        }
        if (how.steps().isEmpty() && how.obligations().isEmpty()) {
            return practice.registers().isEmpty()
                    ? Execution.no("{rulebook.reason.no-step}")
                    : Execution.lacking(List.of("{rulebook.reason.register-only}"));
        }
        return notRunning(practice, how).orElseGet(() -> Execution.lacking(lacks(practice, how)));
    }

    private Optional<Execution> notRunning(Practice practice, PracticeClause how) {
        var process = practice.process().key();
        var steps = running.apply(process);
        if (!how.steps().isEmpty() && steps.isEmpty()) {
            return Optional.of(Execution.no("{rulebook.reason.not-published|" + process + "}"));
        }
        return how.steps().stream()
                .filter(step ->
                        !step.equals(EvidenceLog.FILING) && !steps.orElseThrow().contains(step))
                .findFirst()
                .map(step -> Execution.no("{rulebook.reason.step-missing|" + process + "|" + step + "}"));
    }

    private List<String> lacks(Practice practice, PracticeClause how) {
        var lacks = new ArrayList<String>();
        if (how.duties().isEmpty()) {
            lacks.add("{rulebook.reason.no-duty}");
        }
        how.duties().stream()
                .filter(duty -> people.applyAsInt(duty.who()) == 0)
                .forEach(duty -> lacks.add("{rulebook.reason.nobody|" + duty.who() + "}"));
        if (controls(how).isEmpty()) {
            lacks.add("{rulebook.reason.no-control}");
        }
        controls(how).stream()
                .filter(Survey::cannotBeAnswered)
                .forEach(state -> lacks.add("{rulebook.reason.control-failed|"
                        + state.control().title().in(locale) + "}"));
        controls(how).stream()
                .filter(state -> state.last() == null)
                .forEach(state -> lacks.add("{rulebook.reason.control-not-run|"
                        + state.control().title().in(locale) + "}"));
        if (!evidence(practice, how).isThere()) {
            lacks.add("{rulebook.reason.no-evidence}");
        }
        how.lacks().forEach(lack -> lacks.add(lack.in(locale)));
        return lacks;
    }

    private static boolean cannotBeAnswered(ControlState state) {
        var last = state.last();
        return last != null && last.status() == ControlRun.Status.FAILED;
    }

    private boolean onDuty(PracticeClause how) {
        return !how.duties().isEmpty() && how.duties().stream().allMatch(duty -> people.applyAsInt(duty.who()) > 0);
    }

    private Evidence evidence(Practice practice, PracticeClause how) {
        var done = how.steps().stream()
                .map(step -> new EvidenceLog.Step(practice.process().key(), step));
        return Stream.concat(done, how.obligations().stream().map(EvidenceLog::of))
                .map(step -> evidence.getOrDefault(step, Evidence.NONE))
                .reduce(Evidence.NONE, Evidence::and);
    }

    private List<ControlState> controls(PracticeClause how) {
        return how.controls().stream()
                .flatMap(key -> present(controls.get(key)))
                .toList();
    }

    private static Stream<ControlState> present(@Nullable ControlState state) {
        return Stream.ofNullable(state);
    }
}

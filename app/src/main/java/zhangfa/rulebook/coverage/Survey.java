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
import zhangfa.rulebook.tree.Clause;

/**
 * Judges clauses by what is really there: practices, processes in force, people, evidence, answers of controls.
 *
 * @param carried practices by the clauses they carry out
 * @param own what the company laid down itself, by clauses
 * @param adopted keys of adopted practices
 * @param running the steps of a process in force
 * @param people how many a duty's rule names
 */
record Survey(
        Map<String, Practice> carried,
        Map<String, Means> own,
        Set<String> adopted,
        Function<String, Optional<Set<String>>> running,
        ToIntFunction<String> people,
        Map<EvidenceLog.Step, Evidence> evidence,
        Map<String, ControlState> controls,
        Locale locale) {

    Standing of(Passage passage, Clause clause) {
        var practice = carried.get(clause.id());
        var ours = own.getOrDefault(clause.id(), Means.NONE);
        var brought = Optional.ofNullable(practice)
                .flatMap(known -> known.clause(clause.id()).map(how -> Means.of(known, how)))
                .orElse(Means.NONE);
        if (practice != null && adopted.contains(practice.key())) {
            var means = brought.and(ours);
            return standing(passage, clause, true, execution(practice, brought, ours), means);
        }
        if (ours.leaveEvidence()) {
            return standing(passage, clause, true, execution(List.of(ours), ours), ours);
        }
        var none = practice == null
                ? "{rulebook.reason.no-practice}"
                : "{rulebook.reason.not-adopted|" + practice.title().in(locale) + "}";
        return standing(passage, clause, false, Execution.no(none), brought.and(ours));
    }

    private Standing standing(Passage passage, Clause clause, boolean adopted, Execution execution, Means means) {
        var onDuty = !means.who().isEmpty() && means.who().stream().allMatch(who -> people.applyAsInt(who) > 0);
        return new Standing(passage, clause, adopted, execution, onDuty, evidence(means), controls(means));
    }

    private Execution execution(Practice practice, Means brought, Means ours) {
        var ways = Stream.of(brought, ours).filter(Means::leaveEvidence).toList();
        if (ways.isEmpty()) {
            return practice.registers().isEmpty()
                    ? Execution.no("{rulebook.reason.no-step}")
                    : Execution.lacking(List.of("{rulebook.reason.register-only}"));
        }
        return execution(ways, brought.and(ours));
    }

    /** Something is in force that carries it out: steps of a published process, obligations, or both. */
    private Execution execution(List<Means> ways, Means means) {
        var stopped = ways.stream().flatMap(way -> stopped(way).stream()).toList();
        return stopped.size() == ways.size()
                ? Execution.no(stopped.getFirst())
                : Execution.lacking(
                        Stream.concat(stopped.stream(), lacks(means).stream()).toList());
    }

    private Optional<String> stopped(Means way) {
        return way.needs().stream()
                .flatMap(need -> missing(need.process(), need.step()).stream())
                .findFirst();
    }

    private Optional<String> missing(String process, String step) {
        var steps = running.apply(process);
        if (steps.isEmpty()) {
            return Optional.of("{rulebook.reason.not-published|" + process + "}");
        }
        return step.equals(EvidenceLog.FILING) || steps.get().contains(step)
                ? Optional.empty()
                : Optional.of("{rulebook.reason.step-missing|" + process + "|" + step + "}");
    }

    private List<String> lacks(Means means) {
        var lacks = new ArrayList<String>();
        if (means.who().isEmpty()) {
            lacks.add("{rulebook.reason.no-duty}");
        }
        means.who().stream()
                .filter(who -> people.applyAsInt(who) == 0)
                .forEach(who -> lacks.add("{rulebook.reason.nobody|" + who + "}"));
        var watching = controls(means);
        if (watching.isEmpty()) {
            lacks.add("{rulebook.reason.no-control}");
        }
        watching.stream()
                .filter(Survey::cannotBeAnswered)
                .forEach(state -> lacks.add("{rulebook.reason.control-failed|"
                        + state.control().title().in(locale) + "}"));
        watching.stream()
                .filter(state -> state.last() == null)
                .forEach(state -> lacks.add("{rulebook.reason.control-not-run|"
                        + state.control().title().in(locale) + "}"));
        if (!evidence(means).isThere()) {
            lacks.add("{rulebook.reason.no-evidence}");
        }
        means.lacks().forEach(lack -> lacks.add(lack.in(locale)));
        return lacks;
    }

    private static boolean cannotBeAnswered(ControlState state) {
        var last = state.last();
        return last != null && last.status() == ControlRun.Status.FAILED;
    }

    private Evidence evidence(Means means) {
        return means.marks().stream()
                .map(step -> evidence.getOrDefault(step, Evidence.NONE))
                .reduce(Evidence.NONE, Evidence::and);
    }

    private List<ControlState> controls(Means means) {
        return means.controls().stream()
                .flatMap(key -> present(controls.get(key)))
                .toList();
    }

    private static Stream<ControlState> present(@Nullable ControlState state) {
        return Stream.ofNullable(state);
    }
}

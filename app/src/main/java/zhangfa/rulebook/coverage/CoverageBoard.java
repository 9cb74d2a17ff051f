package zhangfa.rulebook.coverage;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import zhangfa.rulebook.control.Controls;
import zhangfa.rulebook.obligation.Obligation;
import zhangfa.rulebook.obligation.Obligations;
import zhangfa.rulebook.practice.Adoptions;
import zhangfa.rulebook.practice.DutyRoster;
import zhangfa.rulebook.practice.RunningProcesses;
import zhangfa.rulebook.tree.RulebookTree;
import zhangfa.ui.Language;

/** Looks at the whole company and says how far each clause is lived, at the moment of the question. */
@Component
public class CoverageBoard {

    private final Corpora corpora;
    private final Adoptions adoptions;
    private final Controls controls;
    private final Obligations obligations;
    private final EvidenceLog evidence;
    private final RunningProcesses processes;
    private final DutyRoster roster;
    private final Map<Locale, Known> latest = new ConcurrentHashMap<>();

    CoverageBoard(
            Corpora corpora,
            Adoptions adoptions,
            Controls controls,
            Obligations obligations,
            EvidenceLog evidence,
            RunningProcesses processes,
            DutyRoster roster) {
        this.corpora = corpora;
        this.adoptions = adoptions;
        this.controls = controls;
        this.obligations = obligations;
        this.evidence = evidence;
        this.processes = processes;
        this.roster = roster;
    }

    private record Known(Circumstances circumstances, Coverage coverage) {}

    /** The rulebooks alone. */
    public List<RulebookTree> trees() {
        return corpora.present().trees();
    }

    /** The circumstances are looked at each time; coverage is computed again where they have changed. */
    public Coverage now(Locale asked) {
        var locale = Language.nearest(asked);
        var circumstances = circumstances(locale);
        var known = latest.get(locale);
        if (known != null && known.circumstances().equals(circumstances)) {
            return known.coverage();
        }
        var coverage = circumstances.coverage();
        latest.put(locale, new Known(circumstances, coverage));
        return coverage;
    }

    private Circumstances circumstances(Locale locale) {
        var corpus = corpora.present();
        var running = new HashMap<String, Set<String>>();
        var own = obligations.inForce().stream()
                .filter(one -> !one.clauses().isEmpty())
                .toList();
        Stream.concat(corpus.processes().stream(), own.stream().flatMap(one -> one.proof().process().stream()))
                .forEach(process -> processes.steps(process).ifPresent(steps -> running.put(process, steps)));
        return new Circumstances(
                corpus,
                adoptions.adopted(),
                own,
                running,
                Stream.concat(corpus.duties().stream(), own.stream().map(Obligation::owner))
                        .distinct()
                        .collect(toMap(Function.identity(), roster::peopleFor)),
                evidence.all(),
                controls.states().stream()
                        .collect(toMap(state -> state.control().key(), Function.identity())),
                locale);
    }
}

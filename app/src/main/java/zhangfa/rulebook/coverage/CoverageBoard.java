package zhangfa.rulebook.coverage;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import zhangfa.rulebook.control.Controls;
import zhangfa.rulebook.practice.Adoptions;
import zhangfa.rulebook.practice.DutyRoster;
import zhangfa.rulebook.practice.Practice;
import zhangfa.rulebook.practice.Practices;
import zhangfa.rulebook.practice.RunningProcesses;
import zhangfa.rulebook.tree.RulebookTree;
import zhangfa.rulebook.tree.RulebookTrees;

/** Looks at the whole company and says how far each clause is lived, at the moment of the question. */
@Component
public class CoverageBoard {

    private final RulebookTrees trees;
    private final Practices practices;
    private final Adoptions adoptions;
    private final Controls controls;
    private final EvidenceLog evidence;
    private final RunningProcesses processes;
    private final DutyRoster roster;

    CoverageBoard(
            RulebookTrees trees,
            Practices practices,
            Adoptions adoptions,
            Controls controls,
            EvidenceLog evidence,
            RunningProcesses processes,
            DutyRoster roster) {
        this.trees = trees;
        this.practices = practices;
        this.adoptions = adoptions;
        this.controls = controls;
        this.evidence = evidence;
        this.processes = processes;
        this.roster = roster;
    }

    public Coverage now(Locale locale) {
        var all = trees.all();
        var survey = survey(locale);
        return new Coverage(
                all, all.stream().flatMap(tree -> standings(tree, survey)).toList());
    }

    private Survey survey(Locale locale) {
        var carried = new HashMap<String, Practice>();
        practices.all().forEach(practice -> practice.clauses().forEach(clause -> carried.put(clause.id(), practice)));
        return new Survey(
                carried,
                adoptions.adopted(),
                remembered(processes::steps),
                roster::peopleFor,
                evidence.all(),
                controls.states().stream()
                        .collect(toMap(state -> state.control().key(), Function.identity())),
                locale);
    }

    /** One process is asked about once, however many clauses it carries out. */
    private static Function<String, Optional<Set<String>>> remembered(
            Function<String, Optional<Set<String>>> question) {
        Map<String, Optional<Set<String>>> answers = new HashMap<>();
        return process -> answers.computeIfAbsent(process, question);
    }

    private static Stream<Standing> standings(RulebookTree tree, Survey survey) {
        return tree.chapters().stream()
                .flatMap(chapter -> chapter.parts().stream()
                        .flatMap(section ->
                                section.articles().map(article -> new Passage(tree.key(), chapter, section, article))))
                .flatMap(passage -> passage.article().clauses().stream().map(clause -> survey.of(passage, clause)));
    }
}

package zhangfa.rulebook.coverage;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import zhangfa.rulebook.practice.Duty;
import zhangfa.rulebook.practice.Practice;
import zhangfa.rulebook.tree.RulebookTree;

/**
 * All rulebooks and what carries them out, as they were loaded last.
 *
 * @param passages where each article stands, in reading order
 * @param carried practices, without the files of their processes, by the clauses they carry out
 * @param processes keys of the processes of all practices
 * @param duties the rules by which their duties name people
 */
record Corpus(
        List<RulebookTree> trees,
        List<Passage> passages,
        Map<String, Practice> carried,
        Set<String> processes,
        Set<String> duties) {

    static Corpus of(List<RulebookTree> trees, List<Practice> practices) {
        var carried = new HashMap<String, Practice>();
        for (var practice : practices) {
            var light = practice.withoutFiles();
            light.clauses().forEach(clause -> carried.put(clause.id(), light));
        }
        return new Corpus(
                trees,
                trees.stream().flatMap(Corpus::passages).toList(),
                carried,
                practices.stream().map(practice -> practice.process().key()).collect(toSet()),
                practices.stream()
                        .flatMap(Practice::clauses)
                        .flatMap(clause -> clause.duties().stream())
                        .map(Duty::who)
                        .collect(toSet()));
    }

    private static Stream<Passage> passages(RulebookTree tree) {
        return tree.chapters().stream()
                .flatMap(chapter -> chapter.parts().stream()
                        .flatMap(section ->
                                section.articles().map(article -> new Passage(tree.key(), chapter, section, article))));
    }
}

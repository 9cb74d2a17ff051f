package zhangfa.rulebook.load;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import zhangfa.rulebook.practice.Practice;
import zhangfa.rulebook.source.SourceFault;
import zhangfa.rulebook.tree.Heading;
import zhangfa.rulebook.tree.RulebookTree;

/** What one file says of another must be true: twins exist, a practice's articles and clauses exist. */
final class References {

    private final Set<String> books;
    private final Set<String> places;
    private final Map<String, Set<String>> clausesOfArticles;

    References(List<RulebookTree> trees) {
        this.books = trees.stream().map(RulebookTree::key).collect(toSet());
        this.places = trees.stream().flatMap(References::places).collect(toSet());
        this.clausesOfArticles = trees.stream()
                .flatMap(RulebookTree::articles)
                .collect(toMap(Heading::id, References::clauses, (first, same) -> first));
    }

    void check(String file, RulebookTree tree) {
        Stream.concat(
                        tree.headings().flatMap(heading -> heading.twins().stream()),
                        tree.clauses().flatMap(clause -> clause.twins().stream()))
                .filter(twin -> !places.contains(twin))
                .findFirst()
                .ifPresent(twin -> {
                    throw new SourceFault(file, "the twin " + twin + " stands in no rulebook");
                });
    }

    void check(String file, Practice practice) {
        if (!books.contains(practice.rulebook())) {
            throw new SourceFault(file, "there is no rulebook " + practice.rulebook());
        }
        for (var carried : practice.articles()) {
            var clauses = clausesOfArticles.get(carried.id());
            if (clauses == null) {
                throw new SourceFault(file, "no rulebook has an article " + carried.id());
            }
            for (var clause : carried.clauses()) {
                if (!clauses.contains(clause.id())) {
                    throw new SourceFault(file, "article " + carried.id() + " has no clause " + clause.id());
                }
            }
        }
    }

    private static Set<String> clauses(Heading article) {
        return article.clauses().stream().map(clause -> clause.id()).collect(toSet());
    }

    private static Stream<String> places(RulebookTree tree) {
        return Stream.concat(
                tree.headings().map(heading -> heading.id()), tree.clauses().map(clause -> clause.id()));
    }
}

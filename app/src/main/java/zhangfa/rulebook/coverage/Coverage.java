package zhangfa.rulebook.coverage;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import zhangfa.rulebook.tree.Heading;
import zhangfa.rulebook.tree.RulebookTree;

/** Every clause of the rulebooks as it stands at one moment. */
public final class Coverage {

    private final List<RulebookTree> trees;
    private final List<Standing> standings;
    private final Map<String, List<Standing>> articles;
    private final Map<String, Tally> books = new HashMap<>();
    private final Map<String, Tally> headings = new HashMap<>();

    Coverage(List<RulebookTree> trees, List<Standing> standings) {
        this.trees = trees;
        this.standings = standings;
        this.articles = standings.stream()
                .collect(groupingBy(standing -> standing.passage().article().id()));
        articles.values().forEach(this::count);
    }

    private void count(List<Standing> article) {
        var passage = article.getFirst().passage();
        var one = Tally.of(article);
        books.merge(passage.rulebook(), one, Tally::and);
        Stream.of(passage.chapter(), passage.section(), passage.article())
                .map(Heading::id)
                .distinct()
                .forEach(id -> headings.merge(id, one, Tally::and));
    }

    public List<RulebookTree> trees() {
        return trees;
    }

    public List<Standing> standings() {
        return standings;
    }

    public Tally tally() {
        return books.values().stream().reduce(Tally.NONE, Tally::and);
    }

    public Tally of(RulebookTree tree) {
        return books.getOrDefault(tree.key(), Tally.NONE);
    }

    /** A chapter, a section or an article. */
    public Tally of(Heading heading) {
        return tallyOf(heading.id());
    }

    /** Of the heading with this id; of nothing where there is none. */
    public Tally tallyOf(String heading) {
        return headings.getOrDefault(heading, Tally.NONE);
    }

    public List<Standing> article(String id) {
        return articles.getOrDefault(id, List.of());
    }
}

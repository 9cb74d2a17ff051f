package zhangfa.rulebook.contents;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import zhangfa.rulebook.coverage.Coverage;
import zhangfa.rulebook.coverage.Tally;
import zhangfa.rulebook.tree.Heading;
import zhangfa.rulebook.tree.RulebookTree;

/**
 * The rulebooks as a reader leafs through them; with a search only what mentions it.
 *
 * @param cut whether more was found than is shown
 */
public record Contents(List<Book> books, Tally tally, String search, boolean cut) {

    /** So many articles at most stand on one page; where there are more, headings lead to theirs. */
    public static final int MOST = 500;

    /** One rulebook with its chapters. */
    public record Book(RulebookTree tree, Tally tally, List<Entry> chapters) {

        public String title(Locale locale) {
            return tree.title().in(locale);
        }

        public String scope(Locale locale) {
            return tree.scope().in(locale);
        }
    }

    /** All of it, or where that is too much its chapters, with what stands below the heading that was opened. */
    static Contents leafed(Coverage coverage, String opened) {
        var tally = coverage.tally();
        var leafing = tally.articles() <= MOST
                ? Leafing.WHOLE
                : Leafing.to(opened, coverage.tallyOf(opened).articles() <= MOST);
        return new Contents(books(coverage, leafing), tally, "", false);
    }

    /** What stands below a heading that mentions it is meant too. */
    static Contents found(Coverage coverage, String words) {
        var search = words.strip().toLowerCase(Locale.ROOT);
        var articles = coverage.trees().stream()
                .flatMap(tree -> tree.chapters().stream())
                .flatMap(chapter -> mentioning(chapter, search))
                .map(Heading::id)
                .limit(MOST + 1)
                .toList();
        Set<String> shown = articles.stream().limit(MOST).collect(toSet());
        return new Contents(
                books(coverage, Leafing.through(shown)), coverage.tally(), words.strip(), articles.size() > MOST);
    }

    private static List<Book> books(Coverage coverage, Leafing leafing) {
        return coverage.trees().stream()
                .map(tree -> new Book(
                        tree,
                        coverage.of(tree),
                        tree.chapters().stream()
                                .filter(leafing::shows)
                                .map(chapter -> Entry.of(chapter, coverage, leafing))
                                .toList()))
                .filter(book -> !book.chapters().isEmpty())
                .toList();
    }

    private static Stream<Heading> mentioning(Heading heading, String search) {
        return heading.mentions(search)
                ? heading.articles()
                : heading.parts().stream().flatMap(part -> mentioning(part, search));
    }
}

package zhangfa.rulebook.contents;

import java.util.List;
import java.util.Locale;
import zhangfa.rulebook.coverage.Coverage;
import zhangfa.rulebook.coverage.Tally;
import zhangfa.rulebook.tree.RulebookTree;

/** The rulebooks as a reader leafs through them; with a search only what mentions it. */
public record Contents(List<Book> books, Tally tally, String search) {

    /** One rulebook with its chapters. */
    public record Book(RulebookTree tree, Tally tally, List<Entry> chapters) {

        public String title(Locale locale) {
            return tree.title().in(locale);
        }

        public String scope(Locale locale) {
            return tree.scope().in(locale);
        }
    }

    static Contents of(Coverage coverage, String words) {
        var search = words.strip().toLowerCase(Locale.ROOT);
        var books = coverage.trees().stream()
                .map(tree -> new Book(tree, coverage.of(tree), chapters(tree, coverage, search)))
                .filter(book -> !book.chapters().isEmpty())
                .toList();
        return new Contents(books, coverage.tally(), words.strip());
    }

    private static List<Entry> chapters(RulebookTree tree, Coverage coverage, String search) {
        return tree.chapters().stream()
                .map(chapter -> Entry.of(chapter, coverage, search))
                .filter(entry -> entry.isWanted(search))
                .toList();
    }
}

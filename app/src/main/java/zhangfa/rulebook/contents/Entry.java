package zhangfa.rulebook.contents;

import java.util.List;
import java.util.Locale;
import zhangfa.rulebook.coverage.Coverage;
import zhangfa.rulebook.coverage.Mark;
import zhangfa.rulebook.coverage.Tally;
import zhangfa.rulebook.tree.Heading;
import zhangfa.rulebook.tree.Heading.Level;

/** One line of the contents, with what stands below it as far as it was looked for. */
public record Entry(Heading heading, Tally tally, Mark mark, List<Entry> parts, boolean open) {

    static Entry of(Heading heading, Coverage coverage, String search) {
        var parts = heading.parts().stream()
                .map(part -> of(part, coverage, heading.mentions(search) ? "" : search))
                .filter(part -> part.isWanted(search))
                .toList();
        var tally = coverage.of(heading);
        var isOpen = !search.isEmpty() || tally.adopted() > 0;
        return new Entry(heading, tally, Mark.of(coverage.article(heading.id())), parts, isOpen);
    }

    boolean isWanted(String search) {
        return search.isEmpty() || !parts.isEmpty() || heading.mentions(search);
    }

    public boolean isArticle() {
        return heading.level() == Level.ARTICLE;
    }

    public String title(Locale locale) {
        return heading.title().in(locale);
    }

    /** Numbered as the rulebook is written; for readers of English by its id. */
    public String numbered(Locale locale) {
        return heading.numbered(locale);
    }
}

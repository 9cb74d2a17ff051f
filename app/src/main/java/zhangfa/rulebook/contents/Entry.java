package zhangfa.rulebook.contents;

import java.util.List;
import java.util.Locale;
import zhangfa.rulebook.coverage.Coverage;
import zhangfa.rulebook.coverage.Mark;
import zhangfa.rulebook.coverage.Tally;
import zhangfa.rulebook.tree.Heading;
import zhangfa.rulebook.tree.Heading.Level;

/**
 * One line of the contents, with what stands below it as far as it was looked for.
 *
 * @param leads whether what stands below is on a page of its own
 */
public record Entry(Heading heading, Tally tally, Mark mark, List<Entry> parts, boolean open, boolean leads) {

    static Entry of(Heading heading, Coverage coverage, Leafing leafing) {
        var unfolds = leafing.unfolds(heading);
        var parts = heading.parts().stream()
                .filter(part -> unfolds && leafing.shows(part))
                .map(part -> of(part, coverage, leafing))
                .toList();
        var tally = coverage.of(heading);
        return new Entry(
                heading,
                tally,
                Mark.of(coverage.article(heading.id())),
                parts,
                leafing.sought() || tally.adopted() > 0,
                !unfolds);
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

package zhangfa.rulebook.coverage;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.rulebook.tree.Heading;
import zhangfa.rulebook.tree.Heading.Level;
import zhangfa.rulebook.tree.RulebookTree;

/**
 * Coverage in bars: a row for each chapter, or for each article of the chapter or section that was opened; a long chapter shows its sections first.
 *
 * @param opened what was opened; null for all chapters
 */
public record CoverageChart(Tally tally, @Nullable Heading opened, List<Row> rows) {

    private static final int LONG = 100;

    /** What the rows are, in the message bundle. */
    public String rowsKey() {
        return "rulebook."
                + (rows.isEmpty() ? Level.CHAPTER : rows.getFirst().heading().level())
                        .name()
                        .toLowerCase(Locale.ROOT);
    }

    /** One bar group. */
    public record Row(
            Heading heading, Tally tally, @Nullable RulebookTree startsBook) {

        public String href() {
            return heading.level() == Level.ARTICLE
                    ? "/rulebook/articles/" + heading.id()
                    : "/rulebook/coverage?chapter=" + heading.id();
        }

        public String title(Locale locale) {
            return heading.title().in(locale);
        }

        public List<Bar> bars() {
            return tally.bars();
        }
    }

    static CoverageChart of(Coverage coverage, @Nullable String chapter) {
        if (chapter == null) {
            var rows = coverage.trees().stream()
                    .flatMap(tree -> tree.chapters().stream()
                            .map(heading -> new Row(
                                    heading,
                                    coverage.of(heading),
                                    heading.equals(tree.chapters().getFirst()) ? tree : null)))
                    .toList();
            return new CoverageChart(coverage.tally(), null, rows);
        }
        var opened = coverage.trees().stream()
                .flatMap(RulebookTree::headings)
                .filter(heading -> heading.id().equals(chapter) && heading.level() != Level.ARTICLE)
                .findFirst()
                .orElseThrow(Refusal::notThere);
        var tally = coverage.of(opened);
        var below = tally.articles() > LONG ? opened.parts().stream() : opened.articles();
        return new CoverageChart(
                tally,
                opened,
                below.map(heading -> new Row(heading, coverage.of(heading), null))
                        .toList());
    }
}

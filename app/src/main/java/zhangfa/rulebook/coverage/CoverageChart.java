package zhangfa.rulebook.coverage;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.rulebook.tree.Heading;
import zhangfa.rulebook.tree.Heading.Level;
import zhangfa.rulebook.tree.RulebookTree;

/**
 * Coverage in bars: a row for each chapter, or for each article of the chapter that was opened.
 *
 * @param opened the chapter whose articles are shown; null for all chapters
 */
public record CoverageChart(Tally tally, @Nullable Heading opened, List<Row> rows) {

    /** One bar group. */
    public record Row(
            Heading heading, Tally tally, @Nullable RulebookTree startsBook) {

        public String href() {
            return heading.level() == Level.CHAPTER
                    ? "/rulebook/coverage?chapter=" + heading.id()
                    : "/rulebook/articles/" + heading.id();
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
                .flatMap(tree -> tree.chapters().stream())
                .filter(heading -> heading.id().equals(chapter))
                .findFirst()
                .orElseThrow(Refusal::notThere);
        Stream<Row> rows = opened.articles().map(article -> new Row(article, coverage.of(article), null));
        return new CoverageChart(coverage.of(opened), opened, rows.toList());
    }
}

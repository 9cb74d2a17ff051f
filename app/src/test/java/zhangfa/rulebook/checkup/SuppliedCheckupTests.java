package zhangfa.rulebook.checkup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import zhangfa.rulebook.comparison.Article;
import zhangfa.rulebook.draft.DraftPassage;
import zhangfa.rulebook.structure.Manuscript;
import zhangfa.rulebook.structure.Manuscript.Line;
import zhangfa.rulebook.structure.Structure;

/** The check-up of a real rulebook that is no part of the product; skipped where it is absent. */
class SuppliedCheckupTests {

    @Test
    void aRealRulebookIsNotFloodedWithContradictionsAndOneThatIsPutInIsFound() throws IOException {
        var articles = new ArrayList<>(DraftArticles.of(supplied()));
        assertThat(Checkup.of(articles).contradictions()).isEmpty();
        articles.add(new Article("a", "第一条", "", "报销应在30日内提交。"));
        articles.add(new Article("b", "第二条", "", "报销应在15日内提交。"));
        assertThat(Checkup.of(articles).contradictions()).hasSize(1);
    }

    private static List<DraftPassage> supplied() throws IOException {
        var file = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data/rulebooks/000_1c63fdf1019f38bd.txt"))
                .filter(Files::isReadable)
                .findFirst();
        assumeTrue(file.isPresent(), "The supplied text is not beside the project");
        var lines = Files.readString(file.orElseThrow()).lines().map(Line::of).toList();
        return Structure.of(new Manuscript(lines, false)).passages().stream()
                .map(passage -> new DraftPassage(
                        UUID.randomUUID(),
                        BigDecimal.ZERO,
                        passage.kind(),
                        passage.number(),
                        passage.title(),
                        passage.text()))
                .toList();
    }
}

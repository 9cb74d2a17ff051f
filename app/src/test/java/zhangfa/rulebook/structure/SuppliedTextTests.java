package zhangfa.rulebook.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import zhangfa.rulebook.source.SourceFile;
import zhangfa.rulebook.structure.Manuscript.Line;
import zhangfa.rulebook.structure.Passage.Kind;
import zhangfa.rulebook.tree.RulebookShelf;

/**
 * A real rulebook as a document site has it: run-on, with lost characters and the site's own words around it. It is no part of
 * the product: where it is absent these tests are skipped, and counted as skipped.
 */
class SuppliedTextTests {

    private static final String WHERE = "shared/data/rulebooks/000_1c63fdf1019f38bd.txt";

    /** Each heading as a reader has it: its level, its number, and how many characters its title has. */
    private static final String READ_BY_A_PERSON = """
            C一、2 A(一)2 A(二)4 S(三)4 A1.8 A2.6 A3.6 A4.6 C二、7 A(一)4 S(二)4 A1.4 A2.4 A3.5 A4.5 A5.6 A6.6 C三、7 S(一)6
            A1.4 A2.6 A3.6 A4.4 A5.4 S(二)6 A1.4 A2.4 A3.8 A4.8 S(三)9 A1.4 A2.6 A3.4 A4.4 A5.4 S(四)6 A1.6 A2.6
            A3.6 A4.8 S(五)4 A1.4 A2.4 A3.4 A4.4 C四、9 S(一)6 A1.6 A2.6 A3.6 A(二)6 S(三)6 A1.4 A2.4 A3.4 A4.4 S(四)4
            A1.4 A2.4 A3.5 A4.4 C五、5 S(一)4 A1.0 A2.0 A3.0 S(二)4 A1.6 A2.6 A3.6 A4.6 S(三)4 A1.4 A2.4 A3.4 S(四)9
            A1.6 A2.6 A3.4 S(五)8 A1.6 A2.8 A3.7 C六、4 S(一)4 A1.8 A2.6 S(二)7 A1.4 A2.7 A3.4 S(三)4 A1.6 A2.8 A3.6
            S(四)7 A1.6 A2.6 C七、5 S(一)6 A1.4 A2.4 A3.5 S(二)6 A1.7
            """;

    private Outline outline = new Outline(List.of(), List.of());

    @BeforeEach
    void read() throws IOException {
        var file = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(WHERE))
                .filter(Files::isReadable)
                .findFirst();
        assumeTrue(file.isPresent(), () -> "The supplied text is not beside the project: " + WHERE);
        var lines = Files.readString(file.orElseThrow()).lines().map(Line::of).toList();
        outline = StructureTests.checked(new Manuscript(lines, false));
    }

    @Test
    void atLeastNineteenOfTwentyHeadingsAreRightWithoutCorrection() {
        var wanted = List.of(READ_BY_A_PERSON.strip().split("\\s+"));
        var found = outline.headings().stream()
                .map(heading -> heading.kind().name().charAt(0)
                        + heading.number()
                        + heading.title().length())
                .toList();
        assertThat(found).hasSameSizeAs(wanted);
        var right = IntStream.range(0, wanted.size())
                .filter(at -> wanted.get(at).equals(found.get(at)))
                .count();
        assertThat((double) right / wanted.size()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void everyHeadingOfTheShippedTreeHasItsPlace() throws IOException {
        var tree = RulebookShelf.read(new SourceFile(
                "rulebook.yaml",
                Files.readString(Path.of("src/main/resources/rulebook/operations-centre/rulebook.yaml"))));
        assertThat(outline.headings().stream()
                        .map(heading -> heading.number().replace('(', '（').replace(')', '）')))
                .isEqualTo(tree.headings().map(heading -> heading.number()).toList());
    }

    @Test
    void whatTheSiteAddedIsProposedForRemovalAndNothingElse() {
        var removed = outline.passages().stream()
                .filter(passage -> passage.kind() == Kind.BOILERPLATE)
                .toList();
        assertThat(removed).hasSize(2);
        assertThat(outline.passages().getFirst()).isEqualTo(removed.getFirst());
        assertThat(outline.passages().getLast()).isEqualTo(removed.getLast());
        assertThat(outline.title()).hasSize(10);
    }
}

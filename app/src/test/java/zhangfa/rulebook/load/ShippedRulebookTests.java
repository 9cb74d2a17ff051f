package zhangfa.rulebook.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import zhangfa.rulebook.source.SourceFile;
import zhangfa.rulebook.source.Sources;
import zhangfa.rulebook.tree.Clause;
import zhangfa.rulebook.tree.Heading;
import zhangfa.rulebook.tree.RulebookShelf;
import zhangfa.rulebook.tree.RulebookTree;

/** The rulebook that ships with the product is whole. */
class ShippedRulebookTests {

    private static final Pattern CLAUSE = Pattern.compile("(?m)^\\| ([AB]\\.[0-9.]+[a-z]?) \\|");

    @Test
    void itHasEveryClauseOfTheListAndNoOther() throws IOException {
        var list = shared().resolve("requirements/clauses.md");
        assumeTrue(Files.exists(list), "skipped: the list of clauses lies outside the project and is not here");
        var demanded = CLAUSE.matcher(Files.readString(list))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(trees().stream().flatMap(RulebookTree::clauses).map(Clause::id))
                .containsExactlyInAnyOrderElementsOf(demanded);
    }

    @Test
    void everyTitleIsWrittenInThreeLanguages() {
        var titles = trees().stream()
                .flatMap(RulebookTree::headings)
                .map(Heading::title)
                .toList();
        assertThat(titles).hasSizeGreaterThan(180).allSatisfy(title -> {
            assertThat(title.english()).matches("\\p{ASCII}+");
            assertThat(title.simplified()).isNotEqualTo(title.english());
        });
    }

    @Test
    void whatOneFileSaysOfAnotherIsTrue() {
        var references = new References(trees());
        trees().forEach(tree -> references.check(tree.key(), tree));
    }

    private static List<RulebookTree> trees() {
        return new Sources("")
                .matching("**/rulebook.yaml").stream()
                        .map((SourceFile file) -> RulebookShelf.read(file))
                        .toList();
    }

    private static Path shared() {
        var named = System.getProperty("zhangfa.shared", System.getenv("ZHANGFA_SHARED"));
        return Path.of(Objects.requireNonNullElse(named, "../../shared"));
    }
}

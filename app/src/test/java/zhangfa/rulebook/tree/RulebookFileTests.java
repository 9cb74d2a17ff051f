package zhangfa.rulebook.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import zhangfa.rulebook.source.SourceFault;
import zhangfa.rulebook.tree.Heading.Level;

class RulebookFileTests {

    private static final String RULES = """
            rulebook: rules
            title: {zh-CN: 制度, zh-TW: 制度, en: Rules}
            scope: {zh-CN: 全体, zh-TW: 全體, en: Everyone}
            chapters:
              - id: X.1
                number: 一、
                title: {zh-CN: 总则, zh-TW: 總則, en: General}
                sections:
                  - id: X.1.1
                    number: （一）
                    title: {zh-CN: 目的, zh-TW: 目的, en: Purpose}
                    clauses:
                      - id: X.1.1a
                        title: {zh-CN: 有章, zh-TW: 有章, en: Written}
                      - id: X.1.1b
                        title: {zh-CN: 可循, zh-TW: 可循, en: Followed}
                        inferred: true
            """;

    @Test
    void aSectionWithoutArticlesIsAnArticleItself() {
        var section =
                RulebookFile.read("r.yaml", RULES).chapters().getFirst().parts().getFirst();
        assertThat(section.level()).isEqualTo(Level.ARTICLE);
        assertThat(section.clauses()).extracting(Clause::id).containsExactly("X.1.1a", "X.1.1b");
        assertThat(section.clauses()).extracting(Clause::inferred).containsExactly(false, true);
    }

    @Test
    void anUnknownKeyIsRefusedWithFileAndLine() {
        refused(RULES.replace("inferred: true", "infered: true"), "r.yaml:17: unknown key \"infered\"");
    }

    @Test
    void aMissingLanguageIsNamed() {
        refused(RULES.replace(", en: Followed", ""), "r.yaml:16: \"en\" is missing");
    }

    @Test
    void anIdStandsOnce() {
        refused(RULES.replace("X.1.1b", "X.1.1a"), "clause X.1.1a stands here twice");
    }

    @Test
    void aKeyStandsOnce() {
        refused("rulebook: again\n" + RULES, "r.yaml:2: \"rulebook\" stands here twice");
    }

    @Test
    void aClauseBelongsToItsArticle() {
        refused(RULES.replace("X.1.1b", "X.2.1b"), "clause X.2.1b does not belong to article X.1.1");
    }

    @Test
    void aPartStandsBelowItsChapter() {
        refused(RULES.replace("- id: X.1.1\n", "- id: X.2.1\n"), "X.2.1 does not stand below X.1");
    }

    @Test
    void brokenYamlIsNamedWithItsLine() {
        refused(RULES.replace("sections:", "sections: ["), "r.yaml:");
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> RulebookFile.read("r.yaml", text))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(why);
    }
}

package zhangfa.rulebook.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.Company;
import zhangfa.rulebook.control.ControlRoom;
import zhangfa.rulebook.control.ControlRun;
import zhangfa.rulebook.control.Controls;
import zhangfa.rulebook.control.FactRoom;
import zhangfa.rulebook.coverage.CoverageBoard;
import zhangfa.rulebook.obligation.Obligations;
import zhangfa.rulebook.obligation.Proof;
import zhangfa.rulebook.obligation.When;
import zhangfa.rulebook.practice.Adoptions;
import zhangfa.rulebook.practice.Practices;
import zhangfa.rulebook.source.RefusedFiles;
import zhangfa.rulebook.source.SourceFault;
import zhangfa.rulebook.source.SourceFile;
import zhangfa.rulebook.source.Sources;
import zhangfa.rulebook.tree.RulebookTrees;
import zhangfa.ui.Language;

@SpringBootTest
@AutoConfigureMockMvc
class RulebookLoadingTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    RulebookLoader loader;

    @Autowired
    Sources sources;

    @Autowired
    RulebookTrees trees;

    @Autowired
    RefusedFiles refused;

    @Autowired
    Practices practices;

    @Autowired
    Controls controls;

    @Autowired
    ControlRoom room;

    @Autowired
    FactRoom facts;

    @Autowired
    Obligations obligations;

    @Autowired
    Adoptions adoptions;

    @Autowired
    CoverageBoard board;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aRestartWritesNothing() {
        assertThat(loader.load(shipped())).isEqualTo(new Loaded(List.of(), List.of()));
    }

    @Test
    void everyControlThatShipsCanBeAnswered() {
        assertThat(controls.states())
                .extracting(state -> state.control())
                .filteredOn(control -> control.practice() != null)
                .hasSizeGreaterThan(30)
                .allSatisfy(control -> assertThat(room.ask(control.key()).failure())
                        .as(control.key())
                        .isNull());
    }

    @Test
    void everyQuestionOfAnObligationThatShipsCanBeAnswered() {
        var questions = obligations.inForce().stream()
                .flatMap(one -> Stream.of(
                        one.when() instanceof When.Clock clock ? clock.trigger() : "",
                        one.proof().kind() == Proof.Kind.QUERY
                                ? String.valueOf(one.proof().source())
                                : ""))
                .filter(query -> !query.isEmpty())
                .toList();
        assertThat(questions)
                .isNotEmpty()
                .allSatisfy(query -> assertThat(facts.ask(query, 1)).isNotNull());
    }

    @Test
    void aChangedTitleIsLoadedAndNothingElse() {
        undone(() -> {
            var changed = edited("operations-company/rulebook.yaml", "en: Expense claims", "en: Claims of expenses");
            assertThat(loader.load(changed).written()).containsExactly("operations-company");
            assertThat(trees.article("B.6.1.2").orElseThrow().title().english()).isEqualTo("Claims of expenses");
        });
    }

    @Test
    void aPracticeThatIsTakenAwayIsGone() {
        undone(() -> {
            loader.load(shipped().stream()
                    .filter(file -> !file.path().contains("expense-claim"))
                    .toList());
            assertThat(practices.find("expense-claim")).isEmpty();
            assertThat(controls.states())
                    .noneMatch(state -> state.control().practice().equals("expense-claim"));
        });
    }

    @Test
    void whatIsGivenUpIsNoLongerAdoptedAndNotExecutable() {
        undone(() -> {
            adoptions.giveUp("expense-claim");
            assertThat(board.now(Language.CHINA).article("B.6.1.2")).hasSize(4).allSatisfy(clause -> {
                assertThat(clause.adopted()).isFalse();
                assertThat(clause.execution().runs()).isFalse();
            });
        });
    }

    @Test
    void aChangedQuestionHasNoAnswerYet() {
        undone(() -> {
            loader.load(edited("expense-claim/controls.yaml", "having count(*) > 1", "having count(*) > 2"));
            assertThat(controls.state("expense-paid-twice").orElseThrow().status())
                    .isEqualTo(ControlRun.Status.NOT_RUN);
        });
    }

    /** Of the company's own, each beside all that ship; an entity, a script or a bomb in a model or a form is refused when it is put in force. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            expense-claim/section.yaml       | - id: B.6.1.2d             | - id: B.6.1.2z                   | article B.6.1.2 has no clause B.6.1.2z
            expense-claim/section.yaml       | process: expense-claim     | process: recruitment             | process recruitment belongs to
            expense-claim/section.yaml       | section: expense-claim     | section: !!java.net.URL [x]      | Global tag is not allowed
            expense-claim/form.json          | {                          | [[[{                             | form.json
            document-loan/controls.yaml      | select f.case_id           | delete from f.case_id            | one select over the views
            document-loan/controls.yaml      | from fact.case_form        | from identity.account            | one select over the views
            document-loan/controls.yaml      | and (f.form                | and pg_sleep(9) and (f.form      | one select over the views
            document-loan/registers.yaml     | key: document_loan         | key: ../../document_loan         | document_loan
            meeting/obligations.yaml         | from fact.task t           | from journal.entry t             | one select over the views
            document-loan/steps.yaml         | record:                    | run:                             | unknown key
            """)
    void aBrokenSectionIsRefusedInWordsAndNothingElseIsAffected(
            String path, String present, String instead, String expected) {
        var loaded = loader.load(edited(path, present, instead));
        assertThat(loaded.written()).isEmpty();
        assertThat(loaded.refused())
                .singleElement()
                .satisfies(fault -> assertThat(fault)
                        .hasMessageContaining(path.substring(0, path.indexOf('/')))
                        .hasMessageContaining(expected));
        assertThat(refused.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason).contains(expected));
        assertThat(loader.load(shipped())).as("all of it is still there").isEqualTo(new Loaded(List.of(), List.of()));
    }

    @Test
    void whoeverManagesTheRulebookReadsWhatIsWrongAndNobodyElse() {
        loader.load(edited("document-loan/controls.yaml", "from fact.case_form", "from identity.account"));
        assertThat(web.get().uri("/rulebook").header("Accept-Language", "zh-CN").with(user(Company.DESIGNER1)))
                .bodyText()
                .contains("document-loan/controls.yaml:", "只能读取 fact 中的视图");
        assertThat(web.get().uri("/rulebook").with(user(Company.STAFF1)))
                .bodyText()
                .doesNotContain("controls.yaml");
        loader.load(shipped());
        assertThat(web.get().uri("/rulebook").with(user(Company.DESIGNER1)))
                .bodyText()
                .doesNotContain("controls.yaml");
    }

    @Test
    void whatUnfoldsWithoutEndIsRefusedAsWell() {
        var bomb = new StringBuilder("a: &a [x, x]\n");
        for (var depth = 1; depth < 100; depth++) {
            bomb.append("b%d: &b%d [*a, *a]\n".formatted(depth, depth));
        }
        assertThat(loader.load(edited(
                                "expense-claim/section.yaml",
                                "section: expense-claim",
                                bomb + "section: expense-claim"))
                        .refused())
                .singleElement()
                .satisfies(fault -> assertThat(fault).hasMessageContaining("expense-claim/section.yaml:1:"));
    }

    @Test
    void whatNobodyKnowsAndWhatLeavesTheFolderIsNoFileOfASection() {
        var files = new ArrayList<>(shipped());
        var folder = files.stream()
                .map(SourceFile::path)
                .filter(path -> path.endsWith("expense-claim/section.yaml"))
                .findFirst()
                .orElseThrow()
                .replace("section.yaml", "");
        files.add(new SourceFile(folder + "run.sh", "rm -rf /"));
        assertThat(loader.load(files).refused())
                .singleElement()
                .satisfies(fault -> assertThat(fault).hasMessageContaining("no such file"));
        assertThat(practices.find("expense-claim")).isPresent();
    }

    @Test
    void aTwinThatStandsNowhereIsRefused() {
        var wrong = edited("operations-centre/rulebook.yaml", "twins: [B.3.4.3]", "twins: [B.3.4.9]");
        assertThatThrownBy(() -> loader.load(wrong))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining("the twin B.3.4.9 stands in no rulebook");
    }

    private List<SourceFile> shipped() {
        return sources.matching("**/*");
    }

    private List<SourceFile> edited(String path, String present, String instead) {
        var files = shipped();
        assertThat(files).anySatisfy(file -> assertThat(file.path()).endsWith(path));
        return files.stream()
                .map(file -> file.path().endsWith(path)
                        ? new SourceFile(file.path(), replaced(file.text(), present, instead))
                        : file)
                .toList();
    }

    private static String replaced(String text, String present, String instead) {
        assertThat(text).contains(present);
        return text.replace(present, instead);
    }

    private void undone(Runnable test) {
        transaction.executeWithoutResult(status -> {
            test.run();
            status.setRollbackOnly();
        });
    }
}

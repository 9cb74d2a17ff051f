package zhangfa.rulebook.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.transaction.support.TransactionTemplate;
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
import zhangfa.rulebook.source.SourceFault;
import zhangfa.rulebook.source.SourceFile;
import zhangfa.rulebook.source.Sources;
import zhangfa.rulebook.tree.RulebookTrees;
import zhangfa.ui.Language;

@SpringBootTest
@AutoConfigureMockMvc
class RulebookLoadingTests {

    @Autowired
    RulebookLoader loader;

    @Autowired
    Sources sources;

    @Autowired
    RulebookTrees trees;

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
        assertThat(loader.load(shipped())).isEmpty();
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
            assertThat(loader.load(changed)).containsExactly("operations-company");
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

    @Test
    void aPracticeOfAClauseThatDoesNotExistIsRefusedAndNothingChanges() {
        var wrong = edited("expense-claim/section.yaml", "- id: B.6.1.2d", "- id: B.6.1.2z");
        assertThatThrownBy(() -> loader.load(wrong))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining("expense-claim/section.yaml: article B.6.1.2 has no clause B.6.1.2z");
        assertThat(practices.carryingOut("B.6.1.2d")).isPresent();
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

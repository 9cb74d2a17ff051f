package zhangfa.rulebook.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.ui.ExtendedModelMap;
import zhangfa.Company;
import zhangfa.api.Refusal;
import zhangfa.identity.Accounts;
import zhangfa.rulebook.source.Wording;

@SpringBootTest
@AutoConfigureMockMvc
class ControlRoomTests {

    private static final String PRACTICE = "control-room-tests";
    private static final String KEY = "even-numbers";

    @Autowired
    ControlRoom room;

    @Autowired
    Controls controls;

    @Autowired
    ControlController page;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void clear() {
        controls.put(PRACTICE, List.of());
        jdbc.sql("delete from rulebook.practice where key = ?").param(PRACTICE).update();
        jdbc.sql("delete from rulebook.control_run where control = ?")
                .param(KEY)
                .update();
    }

    @Test
    void aRuleThatNothingBreaksHolds() {
        assertThat(asked("select 1 as number where false").status()).isEqualTo(ControlRun.Status.HOLDS);
    }

    @Test
    void whatBreaksARuleIsCountedAndShown() {
        var run = asked("select n as number from generate_series(2, 200, 2) n");
        assertThat(run.status()).isEqualTo(ControlRun.Status.VIOLATED);
        assertThat(run.rowCount()).isEqualTo(100);
        var state = controls.state(KEY).orElseThrow();
        assertThat(state.columns()).containsExactly("number");
        assertThat(state.cells()).hasSize(50).startsWith(List.of("2"), List.of("4"));
    }

    @Test
    void aQuestionThatCannotBeAnsweredIsNoAnswer() {
        var run = asked("select * from fact.unheard_of");
        assertThat(run.status()).isEqualTo(ControlRun.Status.FAILED);
        assertThat(run.failure()).contains("unheard_of");
        assertThat(controls.state(KEY).orElseThrow().status()).isEqualTo(ControlRun.Status.NOT_RUN);
    }

    @Test
    void aQuestionCannotChangeAnything() {
        assertThat(asked("select lo_create(0) as number").failure())
                .isEqualTo("{rulebook.question.function|lo_create}");
        assertThat(asked("with gone as (delete from rulebook.control_run returning *) select * from gone")
                        .status())
                .isEqualTo(ControlRun.Status.FAILED);
        assertThat(asked("select 1 as number) select 1 from (select 2").failure())
                .isEqualTo("{rulebook.question.brackets}");
    }

    @Test
    void theDatabaseItselfLetsAQuestionReadFactsAndNothingElse() {
        assertThat(asked("select * from fact.case c, identity.account a").failure())
                .isEqualTo("{rulebook.question.not-a-fact}");
        assertThat(asked("select * from fact.case c, rulebook.control a").failure())
                .isEqualTo("{rulebook.question.not-a-fact}");
    }

    @Test
    void aQuestionThatIsNeverAnsweredIsGivenUpAndTheNextOneIsAsked() {
        var impatient =
                new ControlRoom(controls, new FactRoom(jdbc, transactions, Duration.ofMillis(50)), Clock.systemUTC());
        assertThat(impatient
                        .tryOut("select a.n from generate_series(1, 2000000000) as a (n)"
                                + " join generate_series(1, 2000000000) as b (n) on a.n < b.n where a.n < 0")
                        .failure())
                .startsWith("{rulebook.question.slow");
        assertThat(impatient.tryOut("select 1 as number where false").status()).isEqualTo(ControlRun.Status.HOLDS);
    }

    @Test
    void onlyInspectorsAndDesignersAskOnDemand() {
        asked("select 1 as number where false");
        assertThat(onDemand(Company.INSPECTOR1)).isEqualTo("rulebook/control");
        assertThat(onDemand(Company.DESIGNER1)).isEqualTo("rulebook/control");
        assertThatThrownBy(() -> onDemand(Company.STAFF1)).isInstanceOf(Refusal.class);
    }

    private String onDemand(String who) {
        return page.run(KEY, accounts.named(who).orElseThrow(), new ExtendedModelMap());
    }

    private ControlRun asked(String query) {
        jdbc.sql("insert into rulebook.practice (key, rulebook, process, content, content_hash)"
                        + " values (?, 'none', 'none', '{}', '') on conflict do nothing")
                .param(PRACTICE)
                .update();
        var words = new Wording("偶数", "偶數", "Even numbers");
        controls.put(
                PRACTICE,
                List.of(new Control(
                        KEY,
                        PRACTICE,
                        words,
                        Control.Severity.MINOR,
                        Control.Cadence.DAILY,
                        "position:none",
                        query,
                        List.of())));
        return room.ask(KEY);
    }
}

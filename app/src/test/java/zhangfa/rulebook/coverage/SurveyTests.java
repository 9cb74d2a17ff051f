package zhangfa.rulebook.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import zhangfa.rulebook.control.Control;
import zhangfa.rulebook.control.ControlRun;
import zhangfa.rulebook.control.ControlState;
import zhangfa.rulebook.coverage.Execution.Executable;
import zhangfa.rulebook.obligation.Obligation;
import zhangfa.rulebook.obligation.Proof;
import zhangfa.rulebook.obligation.Rhythm;
import zhangfa.rulebook.obligation.When;
import zhangfa.rulebook.practice.Duty;
import zhangfa.rulebook.practice.Practice;
import zhangfa.rulebook.practice.PracticeArticle;
import zhangfa.rulebook.practice.PracticeClause;
import zhangfa.rulebook.practice.PracticeProcess;
import zhangfa.rulebook.source.Wording;
import zhangfa.rulebook.tree.Clause;
import zhangfa.rulebook.tree.Heading;
import zhangfa.rulebook.tree.Heading.Level;

/** Coverage is what is really there: take a piece away and it shows. */
class SurveyTests {

    private static final Wording WORDS = new Wording("费用报销", "費用核銷", "Expense claims");
    private static final Clause CLAUSE = new Clause("X.1.1", WORDS, false, List.of());
    private static final Instant YESTERDAY = Instant.parse("2026-11-21T08:00:00Z");

    private final Set<String> adopted = new HashSet<>(Set.of("claims"));
    private final Map<String, Set<String>> running = new HashMap<>(Map.of("expense-claim", Set.of("payment")));
    private final Map<String, Integer> people = new HashMap<>(Map.of("position:cashier", 2));
    private final Map<EvidenceLog.Step, Evidence> evidence =
            new HashMap<>(Map.of(new EvidenceLog.Step("expense-claim", "payment"), new Evidence(3, YESTERDAY)));
    private final Map<String, ControlState> controls =
            new HashMap<>(Map.of("paid-twice", state(ControlRun.Status.HOLDS)));
    private List<Wording> lacks = List.of();
    private List<Obligation> obligations = List.of();
    private boolean practised = true;

    @Test
    void aClauseThatIsWholeIsExecutableOnDutyEvidencedAndHolds() {
        var standing = standing();
        assertThat(standing.execution()).isEqualTo(new Execution(Executable.YES, List.of()));
        assertThat(standing.onDuty()).isTrue();
        assertThat(standing.evidence()).isEqualTo(new Evidence(3, YESTERDAY));
        assertThat(standing.holds()).isTrue();
    }

    @Test
    void withoutItsProcessItIsNotExecutable() {
        running.clear();
        assertThat(standing().execution()).isEqualTo(Execution.no("{rulebook.reason.not-published|expense-claim}"));
    }

    @Test
    void withoutItsStepInTheVersionInForceItIsNotExecutable() {
        running.put("expense-claim", Set.of("head-approval"));
        assertThat(standing().execution())
                .isEqualTo(Execution.no("{rulebook.reason.step-missing|expense-claim|payment}"));
    }

    @Test
    void whatIsNotAdoptedIsNotExecutable() {
        adopted.clear();
        assertThat(standing().adopted()).isFalse();
        assertThat(standing().execution().executable()).isEqualTo(Executable.NO);
    }

    @Test
    void withNobodyOnDutyItIsExecutableInPart() {
        people.clear();
        assertThat(standing().onDuty()).isFalse();
        assertThat(standing().execution())
                .isEqualTo(Execution.lacking(List.of("{rulebook.reason.nobody|position:cashier}")));
    }

    @Test
    void withoutItsControlNothingHolds() {
        controls.clear();
        assertThat(standing().holds()).isFalse();
    }

    @Test
    void aControlThatIsBrokenDoesNotHold() {
        controls.put("paid-twice", state(ControlRun.Status.VIOLATED));
        assertThat(standing().holds()).isFalse();
    }

    @Test
    void aControlThatCannotBeAnsweredSaysSo() {
        controls.put("paid-twice", state(ControlRun.Status.FAILED));
        assertThat(standing().holds()).isFalse();
        assertThat(standing().execution().reasons()).containsExactly("{rulebook.reason.control-failed|Expense claims}");
    }

    @Test
    void whatThePracticeLacksIsSaid() {
        lacks = List.of(WORDS);
        assertThat(standing().execution()).isEqualTo(new Execution(Executable.IN_PART, List.of("Expense claims")));
    }

    @Test
    void anArticleIsAsGoodAsItsWeakestClause() {
        var whole = standing();
        adopted.clear();
        var tally = Tally.of(List.of(whole, standing()));
        assertThat(tally).isEqualTo(new Tally(1, 0, 0, 0, 1, 1, 1));
    }

    @Test
    void theCompanysOwnObligationWithEvidenceAndAControlCarriesAClauseOutLikeAPractice() {
        ourOwn();
        assertThat(standing().execution()).isEqualTo(new Execution(Executable.YES, List.of()));
        assertThat(standing().adopted()).isTrue();
        assertThat(standing().onDuty()).isTrue();
        assertThat(standing().holds()).isTrue();
    }

    @Test
    void withoutThatControlItIsExecutableInPart() {
        ourOwn();
        controls.remove("own-watch");
        assertThat(standing().execution()).isEqualTo(Execution.lacking(List.of("{rulebook.reason.no-control}")));
    }

    @Test
    void withoutItsEvidenceItIsExecutableInPart() {
        ourOwn();
        evidence.clear();
        assertThat(standing().execution()).isEqualTo(Execution.lacking(List.of("{rulebook.reason.no-evidence}")));
    }

    @Test
    void withoutTheProcessThatProvesItItIsNotExecutable() {
        ourOwn();
        running.clear();
        assertThat(standing().execution()).isEqualTo(Execution.no("{rulebook.reason.not-published|inspection}"));
    }

    @Test
    void withoutThatObligationNothingCarriesItOutHoweverWellItIsWatched() {
        ourOwn();
        obligations = List.of();
        assertThat(standing().adopted()).isFalse();
        assertThat(standing().execution()).isEqualTo(Execution.no("{rulebook.reason.no-practice}"));
    }

    @Test
    void theCompanysOwnObligationHelpsWhereThePracticeDoesNotRun() {
        ourOwn();
        practised = true;
        running.remove("expense-claim");
        assertThat(standing().execution())
                .isEqualTo(Execution.lacking(List.of("{rulebook.reason.not-published|expense-claim}")));
    }

    private void ourOwn() {
        practised = false;
        running.put("inspection", Set.of("head"));
        people.put("position:administration-head", 1);
        evidence.put(EvidenceLog.of("own-duty"), new Evidence(1, YESTERDAY));
        controls.put("own-watch", state("own-watch", ControlRun.Status.HOLDS, List.of("X.1.1")));
        obligations = List.of(new Obligation(
                "own-duty",
                null,
                WORDS,
                "",
                new When.Schedule(Rhythm.YEAR, -1),
                "position:administration-head",
                null,
                new Proof(Proof.Kind.PROCESS, "inspection"),
                Instant.EPOCH,
                0,
                List.of("X.1.1")));
    }

    private Standing standing() {
        var survey = new Survey(
                practised ? Map.of("X.1.1", practice()) : Map.of(),
                Means.ofTheCompany(obligations, controls.values()),
                adopted,
                process -> Optional.ofNullable(running.get(process)),
                who -> people.getOrDefault(who, 0),
                evidence,
                controls,
                Locale.ENGLISH);
        var article = new Heading("X.1.1", Level.ARTICLE, "1.", WORDS, List.of(), List.of(), List.of(CLAUSE));
        var chapter = new Heading("X.1", Level.CHAPTER, "一、", WORDS, List.of(), List.of(article), List.of());
        return survey.of(new Passage("rules", chapter, article, article), CLAUSE);
    }

    private Practice practice() {
        var duty = new Duty("position:cashier", "payment", WORDS, WORDS, WORDS);
        var clause =
                new PracticeClause("X.1.1", List.of("payment"), List.of("paid-twice"), List.of(), List.of(duty), lacks);
        return new Practice(
                "claims",
                "rules",
                WORDS,
                "position:finance-head",
                List.of(),
                List.of(new PracticeArticle("X.1.1", WORDS, List.of(clause))),
                new PracticeProcess("expense-claim", "", "{}", WORDS, List.of()),
                List.of(),
                List.of(),
                List.of());
    }

    private static ControlState state(ControlRun.Status status) {
        return state("paid-twice", status, List.of());
    }

    private static ControlState state(String key, ControlRun.Status status, List<String> clauses) {
        var control = new Control(
                key,
                "claims",
                WORDS,
                Control.Severity.CRITICAL,
                Control.Cadence.HOURLY,
                "position:finance-head",
                "select 1",
                clauses);
        return new ControlState(control, new ControlRun(status, YESTERDAY, 0, List.of(), null));
    }
}

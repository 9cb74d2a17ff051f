package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.FlowCommand.Withdraw;
import zhangfa.flow.FlowEvent.Closing;
import zhangfa.flow.FlowState.Status;
import zhangfa.flow.FlowTimer.Purpose;

/** Timers that a token waits for, and timers on a step. */
class TimerEventTests {

    private static final String LATE = "start > A > B > end; !late:A:PT4H > X > end";
    private static final String BESIDE = "start > A > B > end; ~late:A:%s > X > end2";

    private static Instant hours(long hours) {
        return Play.NOON.plus(Duration.ofHours(hours));
    }

    @Test
    void aTokenWaitsForItsTimer() {
        var play = Play.started("start > A > @t:PT1H > B > end").approve("A");
        assertThat(play.open()).isEmpty();
        assertThat(play.waits()).containsExactly("t_t");
        assertThat(play.status()).isEqualTo(Status.RUNNING);
        assertThat(play.due()).isEqualTo(hours(1));
        play.fire();
        assertThat(play.journal)
                .contains(
                        new FlowEvent.WaitBegun(3, "t_t", 1, Wait.For.MOMENT),
                        new FlowEvent.TimerFired(4, Purpose.EVENT, "t_t", 3),
                        new FlowEvent.WaitOver(3, "t_t"));
        assertThat(play.open()).containsExactly("B");
        assertThat(play.state.timers()).isEmpty();
    }

    @Test
    void aDateIsKnownWithoutAsking() {
        var play = Play.started("start > @t:2026-12-01T08:00:00+08:00 > A > end");
        assertThat(play.due()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(play.suspend(hours(1)).state.nextDue()).isEmpty();
        assertThat(play.resume(hours(2)).due()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
    }

    @Test
    void aDurationStandsStillWhileTheCaseIsSuspended() {
        var play = Play.started("start > @t:PT3H > A > end").suspend(hours(1)).resume(hours(5));
        assertThat(play.due()).isEqualTo(hours(7));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-30,2026-11-30T00:00:00Z", "PT90M,2026-11-22T05:30:00Z", "2026-11-30T08:30,2026-11-30T08:30:00Z"
    })
    void aTimerGoesByTheDataOfTheCase(String field, Instant due) {
        var play = Play.of("start > @t:=deadline > A > end")
                .with("deadline", field)
                .start();
        assertThat(play.due()).isEqualTo(due);
    }

    @Test
    void aTimerWithoutATimeIsAnIncidentThatARetryMends() {
        var play = Play.of("start > A > @t:=deadline > B > end").start().approve("A");
        assertThat(play.state.incidents()).extracting(FlowIncident::kind).containsExactly(FlowIncident.Kind.TIMER);
        play.with("deadline", "PT1H").retry();
        assertThat(play.waits()).containsExactly("t_t");
        assertThat(play.fire().open()).containsExactly("B");
        var step = Play.of("start > A > end; !late:A:=deadline > X > end").start();
        assertThat(step.state.incidents()).extracting(FlowIncident::node).containsExactly("A");
        assertThat(step.open()).isEmpty();
        assertThat(step.with("deadline", "PT1H").retry().open()).containsExactly("A");
    }

    @Test
    void aTimerEndsItsStepAndTheTokenGoesOnFromThere() {
        var play = Play.started(LATE);
        assertThat(play.due()).isEqualTo(hours(4));
        play.fire();
        assertThat(play.journal)
                .contains(
                        new FlowEvent.TaskClosed(3, 1, "A", Closing.DROPPED, null, null),
                        new FlowEvent.StepInterrupted(1, "A", "b_late"));
        assertThat(play.open()).containsExactly("X");
        assertThat(play.approve("X").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aStepThatIsDoneInTimeForgetsItsTimer() {
        var play = Play.started(LATE).approve("A");
        assertThat(play.state.timers()).isEmpty();
        assertThat(play.open()).containsExactly("B");
    }

    @Test
    void aStepThatFoundNobodyIsInterruptedToo() {
        var play = Play.of(LATE).seat("A").start().fire();
        assertThat(play.state.incidents()).isEmpty();
        assertThat(play.open()).containsExactly("X");
    }

    @Test
    void aCountersignIsInterruptedAsAWholeAndNoVoteOfItIsTakenBack() {
        var play = Play.of("start > A:all > B > end; !late:A:PT4H > X > end")
                .seat("A", "x", "y")
                .start()
                .approveBy("A", "x")
                .fire();
        assertThat(play.open()).containsExactly("X");
        assertThat(play.refused(new Withdraw(Play.ID, Play.NOON, "x", play.lastVote("A", "x"))))
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void anInterruptedStepIsReturnedTo() {
        var play = Play.started(LATE).fire().rerun("X", "A");
        assertThat(play.open()).containsExactly("A");
        assertThat(play.due()).isEqualTo(hours(4));
        assertThat(play.approve("A").open()).containsExactly("B");
    }

    @Test
    void aTimerBesideAStepStartsAnotherBranch() {
        var play = Play.started(BESIDE.formatted("PT4H")).fire();
        assertThat(play.open()).containsExactly("A", "X");
        assertThat(play.state.timers()).isEmpty();
        assertThat(play.approve("A", "B").status()).isEqualTo(Status.RUNNING);
        assertThat(play.approve("X").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aTimerBesideAStepRepeatsAsOftenAsItSays() {
        var play = Play.started(BESIDE.formatted("R3/PT1H"));
        assertThat(play.fire().due()).isEqualTo(hours(2));
        assertThat(play.fire().due()).isEqualTo(hours(3));
        assertThat(play.fire().state.nextDue()).isEmpty();
        assertThat(play.open()).containsExactly("A", "X", "X", "X");
    }

    @Test
    void aTimerWithoutEndRepeatsUntilItsStepIsDone() {
        var play = Play.started(BESIDE.formatted("R/PT1H")).fire().fire().fire().fire();
        assertThat(play.due()).isEqualTo(hours(5));
        assertThat(play.approve("A").state.nextDue()).isEmpty();
    }

    @Test
    void aReturnOfTheStepLeavesTheBranchOfItsTimerAndAReturnBeforeItDoesNot() {
        var sketch = "start > Z > A > B > end; ~late:A:PT4H > X > end2";
        var play = Play.started(sketch).approve("Z").fire().back("A", "a", "Z", Then.JUMP_BACK);
        assertThat(play.open()).containsExactly("X", "Z");
        play = Play.started(sketch).approve("Z").fire().back("A", "a", "Z", Then.RERUN);
        assertThat(play.open()).containsExactly("Z");
    }

    @Test
    void aDetourHasNoBoundaryEvents() {
        var play = Play.started(LATE).approve("A").jumpBack("B", "A");
        assertThat(play.state.timers()).isEmpty();
        assertThat(play.approve("A").open()).containsExactly("B");
    }

    @Test
    void aDecisionTakenBackWaitsForItsTimerAgain() {
        var play = Play.started(LATE).approve("A").withdraw("A", "a");
        assertThat(play.state.timers()).extracting(FlowTimer::node).containsExactly("b_late");
        assertThat(play.fire().open()).containsExactly("X");
    }

    @Test
    void aReturnTakesAWaitingTokenAlong() {
        var sketch = "start > A > +f; +f > @t:PT1H > +j; +f > B > +j; +j > end";
        var play = Play.started(sketch).approve("A").rerun("B", "A");
        assertThat(play.waits()).isEmpty();
        assertThat(play.state.timers()).isEmpty();
        assertThat(play.approve("A").waits()).containsExactly("t_t");
        assertThat(play.approve("B").fire().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void anOwnerMovesACaseOutOfAWait() {
        var play = Play.started("start > @t:PT1H > A > B > end");
        var place = play.state.waits().getFirst().number();
        play.run(new FlowCommand.Jump(Play.ID, Play.NOON, "owner", place, "B"));
        assertThat(play.open()).containsExactly("B");
        assertThat(play.state.timers()).isEmpty();
    }

    @Test
    void aLoopThroughATimerIsNoEndlessOne() {
        var play = Play.of("start > ?m; ?m > @t:PT1H > ?l; ?l > [again] ?m; ?l > [*] A > end")
                .with("again", true)
                .start();
        play.fire().with("again", false).fire();
        assertThat(play.open()).containsExactly("A");
    }

    @ParameterizedTest
    @CsvSource({"@t:1h,timer", "@t:R0/PT1H,timer", "@t:R3/1h,timer", "@t:=(,timer", "@t:R3/often/PT1H,timer"})
    void aTimerThatCannotBeUnderstoodIsRefused(String event, String code) {
        assertThat(ReadingTests.faults(Sketch.xml("start > %s > end".formatted(event))))
                .extracting(ModelFault::reasonCode)
                .isEqualTo(List.of(code));
    }

    @Test
    void aBoundaryEventStandsOnAnActivity() {
        assertThat(ReadingTests.faults(Sketch.xml("start > ?s > end; !b:x_s:PT1H > end")))
                .extracting(ModelFault::reasonCode)
                .containsExactly("attached");
        assertThat(ReadingTests.faults(Sketch.xml("start > A > end; !b:Z:PT1H > end")))
                .extracting(ModelFault::reasonCode)
                .containsExactly("dangling");
        assertThat(ReadingTests.faults(Sketch.xml("start > A > end; !b:A:PT1H")))
                .extracting(ModelFault::reasonCode)
                .contains("no-way-on");
        assertThat(ReadingTests.faults(Sketch.xml("start > A > !b:A:PT1H > end")))
                .extracting(ModelFault::reasonCode)
                .contains("flow-to-boundary");
    }
}

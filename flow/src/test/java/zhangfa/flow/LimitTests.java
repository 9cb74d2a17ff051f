package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Due;
import zhangfa.flow.FlowCommand.Fire;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.FlowEvent.Closing;
import zhangfa.flow.FlowState.Status;
import zhangfa.flow.FlowTimer.Purpose;
import zhangfa.flow.FlowTimer.Rest;

/** The time a step may take: asked for, warned of, over, urged, paused. */
class LimitTests {

    private static final String LINE = "start > A:within=PT8H/%s > B > end";

    private static Play limited(String attributes) {
        return Play.started(LINE.formatted(attributes));
    }

    private static Instant hours(long hours) {
        return Play.NOON.plus(Duration.ofHours(hours));
    }

    @Test
    void theTimeOfAStepBeginsWhenItsPeopleAreFound() {
        var play = Play.of(LINE.formatted("unit=wall")).seat("A").start();
        assertThat(play.state.timers()).isEmpty();
        play.seat("A", "a").retry();
        assertThat(play.journal)
                .endsWith(
                        new FlowEvent.TimerAsked(new FlowTimer(
                                4,
                                Purpose.LIMIT,
                                "A",
                                1,
                                new FlowSpan("PT8H", FlowSpan.Unit.WALL, null),
                                Play.NOON,
                                null,
                                null,
                                false,
                                0)),
                        new FlowEvent.TimerSet(4, hours(8)));
        assertThat(play.due()).isEqualTo(hours(8));
    }

    @Test
    void timeEndsWithItsStep() {
        var play = limited("warn=PT2H");
        assertThat(play.state.timers()).extracting(FlowTimer::purpose).containsExactly(Purpose.LIMIT, Purpose.WARNING);
        var limit = play.state.timers().getFirst().number();
        play.approve("A");
        assertThat(play.state.timers()).isEmpty();
        assertThat(play.refused(new Fire(Play.ID, hours(8), "system", limit, Map.of())))
                .isEqualTo(Reason.STALE);
    }

    @Test
    void peopleAreWarnedThenRemindedThenUrged() {
        var play = limited("warn=PT2H/urge=PT1H");
        assertThat(play.due()).isEqualTo(hours(6));
        play.fire();
        assertThat(play.journal.getLast()).isEqualTo(new FlowEvent.TimerFired(4, Purpose.WARNING, "A", 1));
        assertThat(play.due()).isEqualTo(hours(8));
        play.fire();
        assertThat(play.open()).containsExactly("A");
        assertThat(play.state.limitOf(1).orElseThrow().fired()).isTrue();
        assertThat(play.due()).isEqualTo(hours(9));
        assertThat(play.fire().due()).isEqualTo(hours(10));
        assertThat(play.approve("A").open()).containsExactly("B");
    }

    @Test
    void aWarningThatWouldComeAtOnceIsLeftOut() {
        var play = limited("warn=PT9H");
        assertThat(play.journal.getLast()).isEqualTo(new FlowEvent.TimerDropped(4));
        assertThat(play.state.timers()).hasSize(1);
    }

    @Test
    void somebodyAboveIsToldAndTheTaskStays() {
        var play = limited("on-expiry=escalate").fire();
        assertThat(play.journal).endsWith(new FlowEvent.TaskEscalated(2, "boss"));
        assertThat(play.state.openTasks()).extracting(FlowTask::accountable).containsExactly("a");
    }

    @Test
    void anotherTakesOverWhenTheTimeIsOver() {
        var play = limited("on-expiry=transfer/to=superior").fire();
        assertThat(play.journal).endsWith(new FlowEvent.TaskTransferred(2, null, "boss"));
        assertThat(play.approveBy("A", "boss").open()).containsExactly("B");
    }

    @Test
    void whereNobodyTakesOverTheTaskStays() {
        var play = limited("on-expiry=transfer/to=superior");
        play.run(new Fire(Play.ID, hours(8), "system", play.next().number(), Map.of()));
        assertThat(play.state.openTasks()).extracting(FlowTask::accountable).containsExactly("a");
    }

    @Test
    void everySignerOfACountersignIsReplaced() {
        var play = Play.of("start > A:all:within=PT8H/on-expiry=transfer/to=superior > end")
                .seat("A", "x", "boss", "z")
                .start()
                .approveBy("A", "x")
                .fire();
        assertThat(play.state.openTasks()).extracting(FlowTask::accountable).containsExactly("boss", "boss");
    }

    @Test
    void silenceAgreesWhereTheStepSaysSo() {
        var play = Play.of("start > A:all:within=PT8H/on-expiry=pass > B > end")
                .seat("A", "x", "y", "z")
                .start()
                .approveBy("A", "x")
                .fire();
        assertThat(play.open()).containsExactly("B");
        assertThat(play.journal)
                .contains(
                        new FlowEvent.TaskClosed(3, 1, "A", Closing.PASSED, null, null),
                        new FlowEvent.TaskClosed(4, 1, "A", Closing.PASSED, null, null));
        assertThat(play.model.actions(play.state, 3, "y")).isEmpty();
    }

    @Test
    void silenceRejectsWhereTheStepSaysSo() {
        var play = limited("on-expiry=reject").fire();
        assertThat(play.status()).isEqualTo(Status.REJECTED);
        assertThat(play.journal).contains(new FlowEvent.TaskClosed(2, 1, "A", Closing.REJECTED, null, null));
    }

    @Test
    void silenceReturnsWhereARejectionReturns() {
        var play = Play.started("start > A > B:return:within=PT8H/on-expiry=reject > end")
                .approve("A")
                .fire();
        assertThat(play.open()).containsExactly("initiator");
        assertThat(play.state.timers()).isEmpty();
    }

    @Test
    void nothingFiresBeforeItIsDueOrTwice() {
        var play = limited("urge=PT1H");
        var limit = play.next().number();
        assertThat(play.refused(new Fire(Play.ID, hours(7), "system", limit, Map.of())))
                .isEqualTo(Reason.NOT_ALLOWED);
        play.fire();
        assertThat(play.refused(new Fire(Play.ID, hours(9), "system", limit, Map.of())))
                .isEqualTo(Reason.STALE);
        assertThat(play.refused(new Due(Play.ID, hours(9), "system", limit, hours(20))))
                .isEqualTo(Reason.STALE);
    }

    @Test
    void aReturnedStepHasItsWholeTimeAgain() {
        var play = Play.started("start > A:within=PT8H > B > end").approve("A");
        assertThat(play.state.nextDue()).isEmpty();
        play.back("B", "b", "A", Then.RERUN);
        assertThat(play.due()).isEqualTo(hours(8));
    }

    @Test
    void aDecisionTakenBackHasItsTimeAgain() {
        var play = limited("warn=PT1H").approve("A").withdraw("A", "a");
        assertThat(play.state.timers()).extracting(FlowTimer::purpose).containsExactly(Purpose.LIMIT, Purpose.WARNING);
    }

    @Test
    void theTimeOfACountersignRunsOnWhenOneTakesTheirDecisionBack() {
        var play = Play.of("start > A:all:within=PT8H > end")
                .seat("A", "x", "y")
                .start()
                .approveBy("A", "x");
        var before = play.state.timers();
        assertThat(play.withdraw("A", "x").state.timers()).isEqualTo(before);
    }

    @Test
    void clocksStandStillWhileACaseIsSuspended() {
        var play = limited("warn=PT2H").suspend(hours(3));
        assertThat(play.status()).isEqualTo(Status.SUSPENDED);
        assertThat(play.state.nextDue()).isEmpty();
        assertThat(play.state.pendingTimers()).isEmpty();
        assertThat(play.state.timers())
                .extracting(FlowTimer::rest)
                .containsExactly(new Rest(hours(3), hours(8)), new Rest(hours(3), hours(6)));
        play.resume(hours(20));
        assertThat(play.state.timers()).extracting(FlowTimer::due).containsExactly(hours(25), hours(23));
        play.suspend(hours(22)).resume(hours(30));
        assertThat(play.due()).isEqualTo(hours(31));
        assertThat(play.fire().fire().state.limitOf(1).orElseThrow().due()).isEqualTo(hours(33));
    }

    @Test
    void aTimerThatCameDueMeanwhileFiresAfterItsRest() {
        var play = limited("on-expiry=pass");
        var limit = play.next().number();
        play.suspend(hours(7));
        assertThat(play.refused(new Fire(Play.ID, hours(9), "system", limit, Map.of())))
                .isEqualTo(Reason.SUSPENDED);
        play.resume(hours(100));
        assertThat(play.due()).isEqualTo(hours(101));
        assertThat(play.fire().open()).containsExactly("B");
    }

    @Test
    void aTimeThatWasOverStaysOver() {
        var play = limited("urge=PT1H").fire().suspend(hours(8)).resume(hours(10));
        assertThat(play.state.limitOf(1).orElseThrow().due()).isEqualTo(hours(8));
        assertThat(play.due()).isEqualTo(hours(11));
    }

    @Test
    void anotherCalendarMovesTimesAlsoOfASuspendedCase() {
        var play = limited("warn=PT2H");
        var limit = play.state.timers().getFirst().number();
        var warning = play.state.timers().getLast().number();
        play.move(hours(1), Map.of(limit, hours(10), warning, hours(9)));
        assertThat(play.state.timers()).extracting(FlowTimer::due).containsExactly(hours(10), hours(9));
        play.suspend(hours(4)).move(hours(5), Map.of(limit, hours(12)));
        assertThat(play.state.timers().getFirst().rest()).isEqualTo(new Rest(hours(4), hours(12)));
        play.resume(hours(20));
        assertThat(play.state.limitOf(1).orElseThrow().due()).isEqualTo(hours(28));
    }

    @Test
    void aTimeThatIsOverIsNotMoved() {
        var play = limited("on-expiry=remind").fire();
        var limit = play.state.timers().getFirst().number();
        assertThat(play.refused(new FlowCommand.Move(Play.ID, hours(9), "", Map.of(limit, hours(20)))))
                .isEqualTo(Reason.STALE);
    }

    @Test
    void nobodyActsOnASuspendedCaseButToResumeOrCancelIt() {
        var play = Play.started("start > A > end").suspend(hours(1));
        var approve = new FlowCommand.Approve(Play.ID, hours(2), "a", play.task("A"));
        assertThat(play.refused(approve)).isEqualTo(Reason.SUSPENDED);
        assertThat(play.refused(new FlowCommand.Suspend(Play.ID, hours(2), "owner")))
                .isEqualTo(Reason.SUSPENDED);
        assertThat(play.model.actions(play.state, play.task("A"), "a")).isEmpty();
        assertThat(play.resume(hours(2)).approve("A").status()).isEqualTo(Status.COMPLETED);
        assertThat(Play.started("start > A > end").suspend(hours(1)).cancel().status())
                .isEqualTo(Status.CANCELLED);
        assertThat(Play.started("start > A > end").refused(new FlowCommand.Resume(Play.ID, hours(1), "owner")))
                .isEqualTo(Reason.NOT_RUNNING);
    }

    @Test
    void theFirstRulebooksWordForTheTimeIsUnderstood() throws ModelRefused {
        var within = Sketch.xml("start > A:within=P2D > end");
        assertThat(Bpmn.read(within.replace("within=", "duration=")).step("A").limit())
                .isEqualTo(Bpmn.read(within).step("A").limit());
    }

    @ParameterizedTest
    @CsvSource({
        "within=2d",
        "within=P",
        "within=PT",
        "within=P1D/warn=soon",
        "within=P1D/unit=days",
        "within=P1D/on-expiry=explode",
        "within=P1D/on-expiry=transfer",
        "within=P1D/onexpiry=pass"
    })
    void aLimitThatCannotBeUnderstoodIsRefused(String attributes) {
        var refused = catchThrowableOfType(
                ModelRefused.class, () -> Bpmn.read(Sketch.xml("start > A:%s > end".formatted(attributes))));
        assertThat(refused.faults()).extracting(ModelFault::reasonCode).isEqualTo(List.of("limit"));
    }
}

package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Finish;
import zhangfa.flow.FlowState.Status;

/** Service tasks: the runtime is asked for an action, and answers. */
class ServiceTests {

    private static final String LINE = "start > A > #pay > B > end";

    @Test
    void theRuntimeIsAskedAndTheTokenGoesOnWhenItHasAnswered() {
        var play = Play.started(LINE).approve("A");
        assertThat(play.journal).endsWith(new FlowEvent.ActionAsked(3, "s_pay", "s_pay"));
        assertThat(play.state.pendingActions()).extracting(Wait::node).containsExactly("s_pay");
        assertThat(play.model.serviceActions()).containsEntry("s_pay", "s_pay");
        assertThat(play.finish().open()).containsExactly("B");
        assertThat(play.refused(new Finish(Play.ID, Play.NOON, "system", 3))).isEqualTo(Reason.STALE);
    }

    @Test
    void aFailureIsAnIncidentThatARetryAsksAgain() {
        var play = Play.started(LINE).approve("A").fail("The bank is closed");
        assertThat(play.state.incidents()).extracting(FlowIncident::message).containsExactly("The bank is closed");
        assertThat(play.state.pendingActions()).isEmpty();
        assertThat(play.refused(new Finish(Play.ID, Play.NOON, "system", 3))).isEqualTo(Reason.STALE);
        play.retry();
        assertThat(play.journal.getLast()).isEqualTo(new FlowEvent.ActionAsked(3, "s_pay", "s_pay"));
        assertThat(play.finish().open()).containsExactly("B");
    }

    @Test
    void theAnswerMayDecideWhereTheCaseGoes() {
        var play = Play.of("start > #check > ?g; ?g > [ok] A > end; ?g > [*] B > end")
                .start()
                .with("ok", true)
                .finish();
        assertThat(play.open()).containsExactly("A");
    }

    @Test
    void noDecisionIsTakenBackOnceItsActionIsUnderWayOrDone() {
        var play = Play.started(LINE);
        var task = play.task("A");
        var back = new FlowCommand.Withdraw(Play.ID, Play.NOON, "a", task);
        play.approve("A");
        assertThat(play.refused(back)).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(play.finish().refused(back)).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(play.model.actions(play.state, task, "a")).isEmpty();
        assertThat(play.model.carriedOutAfter(play.state, task)).containsExactly("s_pay");
    }

    @Test
    void whereTheActionHasFailedForGoodTheDecisionMayBeTakenBack() {
        var play = Play.started(LINE).approve("A").fail("The bank is closed").withdraw("A", "a");
        assertThat(play.open()).containsExactly("A");
        assertThat(play.state.pendingActions()).isEmpty();
        assertThat(play.approve("A").finish().open()).containsExactly("B");
    }

    @Test
    void aCaseOfActionsAloneComesToItsEnd() {
        assertThat(Play.started("start > #one > #two > end").finish().finish().status())
                .isEqualTo(Status.COMPLETED);
    }

    @Test
    void nothingIsAskedForWhileTheCaseIsSuspended() {
        var play = Play.started("start > #one > end").suspend(Play.NOON);
        assertThat(play.state.pendingActions()).isEmpty();
        assertThat(play.resume(Play.NOON).finish().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aServiceTaskWithoutAnActionIsRefused() {
        var xml = Sketch.xml("start > #one > end").replace("zhangfa:action=\"s_one\"", "");
        assertThat(ReadingTests.faults(xml)).extracting(ModelFault::reasonCode).containsExactly("no-action");
    }

    @Test
    void aRoundOfActionsAloneIsEndless() {
        var xml = Sketch.xml("start > ?m; ?m > #one > ?l; ?l > [again] ?m; ?l > [*] end");
        assertThat(ReadingTests.faults(xml)).extracting(ModelFault::reasonCode).contains("endless");
    }
}

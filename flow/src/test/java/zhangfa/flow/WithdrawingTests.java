package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.FlowCommand.Withdraw;
import zhangfa.flow.FlowState.Status;

/** Taking one's decision back while nobody has acted on it. */
class WithdrawingTests {

    private static final String LINE = "start > A > B > C > end";

    @Test
    void whoApprovedTakesItBackAndDecidesAgain() {
        var play = Play.started(LINE).approve("A").withdraw("A", "a");
        assertThat(play.open()).containsExactly("A");
        assertThat(play.approve("A", "B", "C").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void theClosedTaskOffersWithdrawToWhoDecidedAndNobodyElse() {
        var play = Play.started(LINE);
        var task = play.task("A");
        play.approve("A");
        assertThat(play.model.actions(play.state, task, "a")).containsExactly("withdraw");
        assertThat(play.model.actions(play.state, task, "b")).isEmpty();
        assertThat(play.refused(new Withdraw(Play.ID, Play.NOON, "b", task))).isEqualTo(Reason.NOT_YOURS);
    }

    @Test
    void nothingIsTakenBackOnceTheNextHasActed() {
        var play = Play.started(LINE);
        var task = play.task("A");
        play.approve("A", "B");
        assertThat(play.refused(new Withdraw(Play.ID, Play.NOON, "a", task))).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(play.model.actions(play.state, task, "a")).isEmpty();
    }

    @Test
    void aClaimIsActingAndAReleaseTakesItBack() {
        var play = Play.of(LINE).seat("B", "x", "y").start();
        var task = play.task("A");
        play.approve("A").claim("B", "x");
        assertThat(play.refused(new Withdraw(Play.ID, Play.NOON, "a", task))).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(play.release("B", "x").withdraw("A", "a").open()).containsExactly("A");
    }

    @Test
    void aTransferIsActing() {
        var play = Play.started(LINE);
        var task = play.task("A");
        play.approve("A").transfer("B", "b", "z");
        assertThat(play.refused(new Withdraw(Play.ID, Play.NOON, "a", task))).isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void whatWasSentBackIsActedOn() {
        var play = Play.started(LINE);
        var task = play.task("A");
        play.approve("A").jumpBack("B", "A");
        assertThat(play.refused(new Withdraw(Play.ID, Play.NOON, "a", task))).isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void nothingIsTakenBackOfABranchThatTheOwnerTookAlong() {
        var play = Play.started("start > +f; +f > A > +j; +f > B > +j; +j > C > end");
        var task = play.task("A");
        play.approve("A").jump("B", "C");
        assertThat(play.refused(new Withdraw(Play.ID, Play.NOON, "a", task))).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(play.approve("C").status()).isEqualTo(Status.COMPLETED);
    }

    /** Two tokens come to the step on ways of their own: one more there is no crowd. */
    @Test
    void aBranchThatHasEndedIsTakenBackBesideAnotherAtTheSameStep() {
        var play = Play.started("start > +g; +g > B > end; +g > A; A > B");
        var task = play.task("B");
        play.approve("B", "A").run(new Withdraw(Play.ID, Play.NOON, "b", task));
        assertThat(play.open()).containsExactlyInAnyOrder("B", "B");
        assertThat(play.approve("B", "B").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void whatTheOwnerMovedOnBehindADetourIsActedOn() {
        var play = Play.started("start > +f; +f > A > +j; +f > B > +j; +j > C > D > end");
        play.jumpBack("A", FlowModel.INITIATOR);
        var task = play.task(FlowModel.INITIATOR);
        play.resubmit().jump("A", "C");
        assertThat(play.open()).containsExactly("C");
        assertThat(play.refused(new Withdraw(Play.ID, Play.NOON, Play.INITIATOR, task)))
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void anOpenTaskHasNoDecisionToTakeBack() {
        var play = Play.started(LINE);
        assertThat(play.refused(new Withdraw(Play.ID, Play.NOON, "a", play.task("A"))))
                .isEqualTo(Reason.STALE);
    }

    @Test
    void everyBranchThatFollowedIsTakenBack() {
        var play = Play.started("start > A > +f; +f > B > +j; +f > C > +j; +j > end")
                .approve("A")
                .withdraw("A", "a");
        assertThat(play.open()).containsExactly("A");
        assertThat(play.approve("A", "B", "C").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void oneBranchActedOnKeepsTheDecision() {
        var play = Play.started("start > A > +f; +f > B > +j; +f > C > +j; +j > end");
        var task = play.task("A");
        play.approve("A", "C");
        assertThat(play.refused(new Withdraw(Play.ID, Play.NOON, "a", task))).isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void aJoinGivesTheOtherBranchItsTokenBack() {
        var play = Play.started("start > +f; +f > B > +j; +f > C > +j; +j > D > end")
                .approve("B", "C");
        play.withdraw("B", "b");
        assertThat(play.open()).containsExactly("B");
        assertThat(play.state.waiting()).hasSize(1);
        assertThat(play.approve("B").open()).containsExactly("D");
    }

    @Test
    void aTokenAtAJoinIsTakenBack() {
        var play = Play.started("start > +f; +f > B > +j; +f > C > +j; +j > D > end")
                .approve("B")
                .withdraw("B", "b");
        assertThat(play.state.waiting()).isEmpty();
        assertThat(play.approve("B", "C").open()).containsExactly("D");
    }

    @Test
    void aCountersignThatFollowedIsTakenBack() {
        var play = Play.of("start > A > B:all > end")
                .seat("B", "x", "y")
                .start()
                .approve("A")
                .withdraw("A", "a");
        assertThat(play.open()).containsExactly("A");
    }

    @Test
    void aSignerTakesBackWhileTheOthersStillSign() {
        var play =
                Play.of("start > B:all > C > end").seat("B", "x", "y").start().approveBy("B", "x");
        play.withdraw("B", "x");
        assertThat(play.open()).containsExactly("B", "B");
        assertThat(play.approveBy("B", "x").approveBy("B", "y").open()).containsExactly("C");
    }

    @Test
    void aSignerTakesBackAfterAllHaveSignedAndTheOthersStay() {
        var play = Play.of("start > B:all > C > end").seat("B", "x", "y").start();
        play.approveBy("B", "x").approveBy("B", "y").withdraw("B", "x");
        assertThat(play.open()).containsExactly("B");
        assertThat(play.approveBy("B", "x").open()).containsExactly("C");
    }

    @Test
    void aSharedTaskComesBackToWhoDecidedIt() {
        var play = Play.of(LINE).seat("A", "x", "y").start().approveBy("A", "y").withdraw("A", "y");
        assertThat(play.state.openTasks().getFirst().accountable()).isEqualTo("y");
    }

    @Test
    void theInitiatorTakesResubmittingBack() {
        var play = Play.started(LINE).rerun("A", "initiator").resubmit().withdraw("initiator", "ann");
        assertThat(play.open()).containsExactly("initiator");
        assertThat(play.resubmit().open()).containsExactly("A");
    }

    @Test
    void aDecisionOfADetourIsTakenBackToo() {
        var play = Play.started(LINE)
                .approve("A", "B")
                .back("C", "c", "A", Then.JUMP_BACK)
                .approve("A");
        assertThat(play.open()).containsExactly("C");
        assertThat(play.withdraw("A", "a").open()).containsExactly("A");
        assertThat(play.approve("A").open()).containsExactly("C");
    }

    @Test
    void anIncidentThatFollowedGoesWithTheDecision() {
        var play = Play.of("start > A > ?g; ?g > [x = 1] B > end; ?g > [x = 2] C > end")
                .start()
                .approve("A");
        assertThat(play.state.incidents()).hasSize(1);
        play.withdraw("A", "a");
        assertThat(play.state.incidents()).isEmpty();
        assertThat(play.with("x", 2).approve("A").open()).containsExactly("C");
    }

    @Test
    void aTokenGivenBackMeetsOneThatWaitsAlready() {
        var play = Play.started("start > +f; +f > A > B; +f > A2 > B; +f > C > +j; B > +j; +j > D > end");
        play.approve("A", "A2");
        var first = play.task("B");
        play.approve("B", "C", "B").run(new Withdraw(Play.ID, Play.NOON, "b", first));
        assertThat(play.open()).containsExactly("B", "D");
        assertThat(play.state.waiting()).isEmpty();
    }

    @Test
    void nothingIsTakenBackInASubProcessThatAnEventHasEnded() {
        var play = Play.started("start > &S > end; !late:u_S:PT4H > X > end2; &S: start2 > A > B > end3")
                .approve("A")
                .fire();
        assertThat(play.open()).containsExactly("X");
        var withdraw = new FlowCommand.Withdraw(Play.ID, Play.NOON, "a", play.lastVote("A", "a"));
        assertThat(play.refused(withdraw)).isEqualTo(CommandRefused.Reason.NOT_ALLOWED);
    }

    @Test
    void nothingIsTakenBackThatAnEventSubProcessHasTakenThePlaceOf() throws ModelRefused {
        var play = new Play(
                        CatalogueModel.of("event-sub-process/message-instead").read())
                .start()
                .approve("A");
        var withdraw = new FlowCommand.Withdraw(Play.ID, Play.NOON, "a", play.lastVote("A", "a"));
        play.run(new FlowCommand.Deliver(Play.ID, Play.NOON, "system", "stop", null));
        assertThat(play.open()).containsExactly("C");
        assertThat(play.refused(withdraw)).isEqualTo(CommandRefused.Reason.NOT_ALLOWED);
    }

    @Test
    void anEventSubProcessBesideItTakesNoDecisionAway() throws ModelRefused {
        var play = new Play(
                        CatalogueModel.of("event-sub-process/message-beside").read())
                .start()
                .approve("A");
        var message = play.state.subscriptions().getFirst().name();
        play.run(new FlowCommand.Deliver(Play.ID, Play.NOON, "system", message, null));
        assertThat(play.withdraw("A", "a").open()).contains("A").doesNotContain("B");
    }

    /** Found by the second interpreter: asking others to sign is acting too. */
    @Test
    void nothingIsTakenBackOnceSomebodyHasAskedOthersToSign() {
        var play = Play.started("start > A > B > end").approve("A");
        var mine = play.lastVote("A", "a");
        play.addSign("B", "b", FlowCommand.Where.BEFORE, "x");
        assertThat(play.refused(new FlowCommand.Withdraw(Play.ID, Play.NOON, "a", mine)))
                .isEqualTo(CommandRefused.Reason.NOT_ALLOWED);
    }

    /** Found by the second interpreter: a detour that is only gone back to is no deed of anybody. */
    @Test
    void aDetourOutOfADetourIsTakenBack() {
        var play = Play.started("start > A > B > C > end")
                .approve("A", "B")
                .jumpBack("C", "B")
                .jumpBack("B", "A")
                .approve("A");
        assertThat(play.open()).containsExactly("B");
        assertThat(play.withdraw("A", "a").open()).containsExactly("A");
        assertThat(play.approve("A", "B").open()).containsExactly("C");
    }

    @Test
    void whatWasDecidedBeforeTheEndStaysWhenTheCaseIsReopened() {
        var play = Play.started(LINE).approve("A");
        var task = play.task("B");
        play.approve("B", "C").reopen("C");
        assertThat(play.refused(new Withdraw(Play.ID, Play.NOON, "b", task))).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(play.model.actions(play.state, task, "b")).isEmpty();
        assertThat(play.approve("C").status()).isEqualTo(Status.COMPLETED);
    }
}

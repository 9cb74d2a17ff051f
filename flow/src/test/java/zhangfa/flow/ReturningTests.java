package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Return;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.FlowState.Status;

/** Returning in every shape: where the case goes, and that no branch is lost or doubled. */
class ReturningTests {

    private static final String LINE = "start > A > B > C > D > end";
    private static final String BLOCK = "start > A > +f; +f > B > B2 > +j; +f > C > C2 > +j; +j > D > end";

    @Test
    void aRerunAsksTheTargetAndAllAfterItAgain() {
        var play = Play.started(LINE).approve("A", "B", "C").rerun("D", "B");
        assertThat(play.open()).containsExactly("B");
        assertThat(play.approve("B").open()).containsExactly("C");
        assertThat(play.approve("C").open()).containsExactly("D");
        assertThat(play.approve("D").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aJumpBackAsksOnlyTheTarget() {
        var play = Play.started(LINE).approve("A", "B", "C").jumpBack("D", "A");
        assertThat(play.open()).containsExactly("A");
        assertThat(play.approve("A").open()).containsExactly("D");
        assertThat(play.approve("D").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void previousIsTheStepWhoseCompletionLedHere() {
        assertThat(Play.started(LINE).approve("A", "B").rerun("C", "previous").open())
                .containsExactly("B");
        assertThat(Play.started(LINE).rerun("A", "previous").open()).containsExactly("initiator");
    }

    @Test
    void previousBehindAJoinIsTheStepThatCameLast() {
        var sketch = "start > +f; +f > B > +j; +f > C > +j; +j > D > end";
        assertThat(Play.started(sketch).approve("B", "C").rerun("D", "previous").open())
                .containsExactly("C");
        assertThat(Play.started(sketch).approve("C", "B").rerun("D", "previous").open())
                .containsExactly("B");
    }

    @Test
    void theInitiatorMendsAndAllIsAskedAgain() {
        var play = Play.started(LINE).approve("A", "B").rerun("C", "initiator");
        assertThat(play.open()).containsExactly("initiator");
        var mending = play.task("initiator");
        assertThat(play.model.actions(play.state, mending, "ann")).containsExactly("complete", "cancel");
        assertThat(play.model.actions(play.state, mending, "b")).isEmpty();
        assertThat(play.model.step("initiator").kind()).isEqualTo(FlowStep.Kind.WORK);
        assertThat(play.resubmit().open()).containsExactly("A");
        assertThat(play.approve("A", "B", "C", "D").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void theInitiatorMendsAndTheReturnerIsAskedAgain() {
        var play = Play.started(LINE).approve("A", "B").jumpBack("C", "initiator");
        assertThat(play.resubmit().open()).containsExactly("C");
    }

    @Test
    void theInitiatorMayCancelInsteadOfMending() {
        assertThat(Play.started(LINE).rerun("A", "initiator").cancel().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void theInitiatorReturnsNothing() {
        var play = Play.started(LINE).rerun("A", "initiator");
        var back = new Return(Play.ID, Play.NOON, "ann", play.task("initiator"), "initiator", Then.RERUN);
        assertThat(play.refused(back)).isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void aRerunOutOfABranchToBeforeTheForkClosesTheOtherBranch() {
        var play = Play.started(BLOCK).approve("A", "C").rerun("B", "A");
        assertThat(play.open()).containsExactly("A");
        assertThat(play.approve("A").open()).containsExactly("B", "C");
        play.approve("B", "B2", "C", "C2");
        assertThat(play.open()).containsExactly("D");
        assertThat(play.approve("D").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aRerunTakesTokensThatWaitAtTheJoinBack() {
        var play = Play.started(BLOCK).approve("A", "C", "C2");
        assertThat(play.state.waiting()).hasSize(1);
        play.rerun("B", "A");
        assertThat(play.state.waiting()).isEmpty();
        assertThat(play.approve("A").open()).containsExactly("B", "C");
    }

    @Test
    void aRerunWithinABranchLeavesTheOtherBranch() {
        var play = Play.started(BLOCK).approve("A", "B", "C").rerun("B2", "B");
        assertThat(play.open()).containsExactly("C2", "B");
        assertThat(play.approve("B", "B2", "C2").open()).containsExactly("D");
    }

    @Test
    void aRerunFromBehindTheJoinIntoABranchKeepsWhatTheOtherBranchDecided() {
        var play = Play.started(BLOCK).approve("A", "B", "B2", "C", "C2").rerun("D", "B");
        assertThat(play.open()).containsExactly("B");
        assertThat(play.state.waiting()).hasSize(1);
        assertThat(play.approve("B").open()).containsExactly("B2");
        assertThat(play.approve("B2").open()).containsExactly("D");
        assertThat(play.approve("D").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aRerunFromBehindTheJoinToBeforeTheForkAsksBothBranchesAgain() {
        var play = Play.started(BLOCK).approve("A", "B", "B2", "C", "C2").rerun("D", "A");
        assertThat(play.state.waiting()).isEmpty();
        assertThat(play.approve("A").open()).containsExactly("B", "C");
        assertThat(play.approve("B", "B2", "C", "C2").open()).containsExactly("D");
    }

    @Test
    void aJumpBackOutOfABranchLeavesTheOtherBranch() {
        var play = Play.started(BLOCK).approve("A", "B").jumpBack("B2", "A");
        assertThat(play.open()).containsExactly("C", "A");
        assertThat(play.approve("A").open()).containsExactly("C", "B2");
        assertThat(play.approve("B2", "C", "C2").open()).containsExactly("D");
    }

    @Test
    void aJumpBackMayAskAStepOfTheOtherBranch() {
        var play = Play.started(BLOCK).approve("A", "C", "B").jumpBack("B2", "C");
        assertThat(play.open()).containsExactly("C2", "C");
        assertThat(play.approve("C").open()).containsExactly("C2", "B2");
        assertThat(play.approve("C2", "B2").open()).containsExactly("D");
    }

    @Test
    void aRerunCannotGoToAStepOfTheOtherBranch() {
        var play = Play.started(BLOCK).approve("A", "C", "B");
        var back = new Return(Play.ID, Play.NOON, "b2", play.task("B2"), "C", Then.RERUN);
        assertThat(play.refused(back)).isEqualTo(Reason.NO_SUCH_STEP);
    }

    @Test
    void aDetourIsUndoneWithWhatItStandsOn() {
        var play = Play.started(BLOCK).approve("A", "B").jumpBack("B2", "A").rerun("C", "A");
        assertThat(play.open()).containsExactly("A");
        assertThat(play.approve("A").open()).containsExactly("B", "C");
        assertThat(play.approve("B", "B2", "C", "C2").open()).containsExactly("D");
    }

    @Test
    void aRerunAfterADetourTakesTheDrawnWay() {
        var play = Play.started(BLOCK).approve("A", "B").jumpBack("B2", "A").approve("A", "B2", "C", "C2");
        assertThat(play.rerun("D", "A").open()).containsExactly("A");
        assertThat(play.approve("A").open()).containsExactly("B", "C");
        assertThat(play.approve("B", "B2", "C", "C2").open()).containsExactly("D");
    }

    @Test
    void detoursNest() {
        var play = Play.started(LINE).approve("A", "B", "C").jumpBack("D", "C").jumpBack("C", "A");
        assertThat(play.approve("A").open()).containsExactly("C");
        assertThat(play.approve("C").open()).containsExactly("D");
    }

    @Test
    void aDetourMayTurnIntoARerun() {
        var play = Play.started(LINE).approve("A", "B", "C").jumpBack("D", "C").rerun("C", "B");
        assertThat(play.open()).containsExactly("B");
        assertThat(play.approve("B", "C", "D").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void returningTwiceIsLikeReturningOnce() {
        var play = Play.started(LINE).approve("A", "B").rerun("C", "B").rerun("B", "A");
        assertThat(play.approve("A", "B", "C", "D").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void oneOfACountersignReturnsForAllAndAllAreAskedAgain() {
        var play = Play.of("start > A > B:all > C > end")
                .seat("B", "x", "y", "z")
                .start()
                .approve("A");
        play.approveBy("B", "x").back("B", "y", "A", Then.RERUN);
        assertThat(play.open()).containsExactly("A");
        assertThat(play.approve("A").open()).containsExactly("B", "B", "B");
        play.approveBy("B", "x").approveBy("B", "y").approveBy("B", "z");
        assertThat(play.open()).containsExactly("C");
    }

    @Test
    void oneOfACountersignJumpsBackAndAllAreAskedAgain() {
        var play = Play.of("start > A > B:all > C > end")
                .seat("B", "x", "y")
                .start()
                .approve("A");
        play.approveBy("B", "x").back("B", "y", "initiator", Then.JUMP_BACK);
        assertThat(play.resubmit().open()).containsExactly("B", "B");
    }

    @Test
    void aCountersignReturnedToIsAskedInFull() {
        var play = Play.of("start > B:all > C > end").seat("B", "x", "y").start();
        play.approveBy("B", "x").approveBy("B", "y").rerun("C", "B");
        assertThat(play.open()).containsExactly("B", "B");
    }

    @Test
    void returnTargetsAreTheStepsThatLedHere() {
        var play = Play.started(BLOCK).approve("A", "C", "B");
        assertThat(play.model.returnTargets(play.state, play.task("B2"))).containsExactly("B", "A", "initiator");
        play.approve("B2", "C2");
        assertThat(play.model.returnTargets(play.state, play.task("D")))
                .containsExactly("B2", "C2", "C", "B", "A", "initiator");
        assertThat(play.model.returnTargets(play.state, 999)).isEmpty();
        play.rerun("D", "initiator");
        assertThat(play.model.returnTargets(play.state, play.task("initiator"))).isEmpty();
    }

    @Test
    void aStepNotDoneIsNoTarget() {
        var play = Play.started(LINE).approve("A");
        for (var to : new String[] {"C", "nowhere", "B"}) {
            for (var then : Then.values()) {
                var back = new Return(Play.ID, Play.NOON, "b", play.task("B"), to, then);
                assertThat(play.refused(back)).as("%s %s", to, then).isEqualTo(Reason.NO_SUCH_STEP);
            }
        }
    }

    @Test
    void aLoopReturnsToItsLatestRound() {
        var play = Play.of("start > ?m > A > B > ?g; ?g > [again] ?m; ?g > [*] C > end")
                .with("again", true)
                .start();
        play.approve("A", "B", "A").with("again", false).approve("B").rerun("C", "A");
        assertThat(play.open()).containsExactly("A");
        assertThat(play.approve("A", "B").open()).containsExactly("C");
        play.rerun("C", "B").rerun("B", "A").rerun("A", "B");
        assertThat(play.open()).containsExactly("B");
    }

    @Test
    void aReturnOutOfNestedBlocksKeepsOuterBranches() {
        var sketch = "start > +f; +f > A > +g; +g > B > +h; +g > C > +h; +h > D > +j; +f > E > +j; +j > F > end";
        var play = Play.started(sketch).approve("A", "B", "C").rerun("D", "A");
        assertThat(play.open()).containsExactly("E", "A");
        assertThat(play.approve("A").open()).containsExactly("E", "B", "C");
        assertThat(play.approve("E", "C", "B", "D").open()).containsExactly("F");
        play.rerun("F", "C");
        assertThat(play.open()).containsExactly("C");
        assertThat(play.state.waiting()).hasSize(2);
        assertThat(play.approve("C", "D", "F").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aBranchThatHasEndedIsAskedAgainWhenItsForkIs() {
        var play = Play.started("start > A > +f; +f > B > end1; +f > C > end2")
                .approve("A", "B")
                .rerun("C", "A");
        assertThat(play.approve("A").open()).containsExactly("B", "C");
    }

    @Test
    void aBranchThatHasEndedStaysEndedWhenTheOtherReruns() {
        var play = Play.started("start > +f; +f > B > end1; +f > C > D > end2")
                .approve("B", "C")
                .rerun("D", "C");
        assertThat(play.approve("C", "D").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aRerunWithinABranchLeavesTokensAndIncidentsOfTheOthers() {
        var sketch = "start > A > +f; +f > B > B2 > +j; +f > C > +j; +f > E > +j; +j > D > end";
        var play = Play.of(sketch).seat("E").start().approve("A", "C", "B").rerun("B2", "B");
        assertThat(play.state.waiting()).hasSize(1);
        assertThat(play.state.incidents()).hasSize(1);
        assertThat(play.seat("E", "e").retry().approve("B", "B2", "E").open()).containsExactly("D");
    }

    @Test
    void aTokenGivenBackMeetsOneThatWaitsAlready() {
        var play = Play.started("start > +f; +f > A > B; +f > A2 > B; +f > C > +j; B > +j; +j > D > end");
        play.approve("A", "A2", "B", "C", "B");
        assertThat(play.open()).containsExactly("D");
        assertThat(play.state.waiting()).hasSize(1);
        assertThat(play.rerun("D", "B").open()).containsExactly("B", "D");
        assertThat(play.state.waiting()).isEmpty();
    }
}

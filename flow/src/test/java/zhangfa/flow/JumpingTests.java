package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Jump;
import zhangfa.flow.FlowCommand.Reopen;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.FlowState.Status;

/** Cases that their owner moves by hand or wakes up again. */
class JumpingTests {

    private static final String LINE = "start > A > B > C > end";
    private static final String BLOCK = "start > A > +f; +f > B > B2 > +j; +f > C > C2 > +j; +j > D > end";

    @Test
    void theOwnerMovesACaseForwardsAndBackwards() {
        var play = Play.started(LINE).jump("A", "C");
        assertThat(play.open()).containsExactly("C");
        assertThat(play.journal).contains(new FlowEvent.CaseJumped(1, "C", "owner"));
        assertThat(play.jump("C", "B").open()).containsExactly("B");
        assertThat(play.approve("B", "C").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aJumpWithinABranchLeavesTheOthers() {
        var play = Play.started(BLOCK).approve("A", "C").jump("B", "B2");
        assertThat(play.open()).containsExactly("C2", "B2");
        assertThat(play.approve("C2", "B2").open()).containsExactly("D");
    }

    @Test
    void aJumpOutOfABranchTakesTheOthersAlong() {
        assertThat(Play.started(BLOCK).approve("A", "C").jump("B", "D").open()).containsExactly("D");
        var back = Play.started(BLOCK).approve("A", "C", "C2").jump("B", "A");
        assertThat(back.open()).containsExactly("A");
        assertThat(back.state.waiting()).isEmpty();
        assertThat(back.approve("A", "B", "B2", "C", "C2").open()).containsExactly("D");
    }

    @Test
    void nobodyJumpsIntoOneOfSeveralBranches() {
        var play = Play.started(BLOCK);
        var place = play.state.openTasks().getFirst().activity();
        assertThat(play.refused(new Jump(Play.ID, Play.NOON, "owner", place, "B2")))
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(play.refused(new Jump(Play.ID, Play.NOON, "owner", place, "X")))
                .isEqualTo(Reason.NO_SUCH_STEP);
        assertThat(play.refused(new Jump(Play.ID, Play.NOON, "owner", 99, "A"))).isEqualTo(Reason.STALE);
    }

    @Test
    void aJumpBetweenBranchesWouldStarveTheJoin() {
        var play = Play.started(BLOCK).approve("A");
        var place = play.state.openTask(play.task("B")).orElseThrow().activity();
        assertThat(play.refused(new Jump(Play.ID, Play.NOON, "owner", place, "C2")))
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void aJumpToTheInitiatorIsAReturnOfTheWholeCase() {
        var play = Play.started(BLOCK).approve("A", "C").jump("B", "initiator");
        assertThat(play.open()).containsExactly("initiator");
        assertThat(play.resubmit().open()).containsExactly("A");
    }

    @Test
    void aJumpHelpsACaseOutOfAnIncident() {
        var play = Play.of("start > A > ?g; ?g > [x = 1] B > end; ?g > [x = 2] C > end")
                .start()
                .approve("A");
        var incident = play.state.incidents().getFirst().number();
        play.run(new Jump(Play.ID, Play.NOON, "owner", incident, "C"));
        assertThat(play.open()).containsExactly("C");
        assertThat(play.state.incidents()).isEmpty();
        var nobody = Play.of(LINE).seat("A").start();
        nobody.run(new Jump(Play.ID, Play.NOON, "owner", 1, "B"));
        assertThat(nobody.open()).containsExactly("B");
        assertThat(nobody.state.incidents()).isEmpty();
    }

    @Test
    void aTokenThatIsStuckAtAJoinIsMoved() {
        var play = Play.started(
                        "start > ?g; ?g > [false] A > +j; ?g > [*] B > +j; ?g > [false] +f; +f > A; +f > B; +j > C >"
                                + " end")
                .approve("B");
        assertThat(play.state.incidents()).extracting(FlowIncident::kind).containsExactly(FlowIncident.Kind.STUCK);
        var incident = play.state.incidents().getFirst().number();
        play.run(new Jump(Play.ID, Play.NOON, "owner", incident, "C"));
        assertThat(play.open()).containsExactly("C");
        assertThat(play.state.waiting()).isEmpty();
    }

    @Test
    void whatCameBeforeAJumpIsStillReturnedTo() {
        var play = Play.started(LINE).approve("A").jump("B", "C");
        assertThat(play.model.returnTargets(play.state, play.task("C"))).containsExactly("A", "initiator");
        assertThat(play.back("C", "c", "A", Then.RERUN).approve("A").open()).containsExactly("B");
    }

    @Test
    void anEndedCaseWakesUpAtAStep() {
        var play = Play.started(LINE).approve("A", "B", "C").reopen("C");
        assertThat(play.status()).isEqualTo(Status.RUNNING);
        assertThat(play.open()).containsExactly("C");
        assertThat(play.model.returnTargets(play.state, play.task("C"))).containsExactly("C", "B", "A", "initiator");
        assertThat(play.approve("C").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aRejectedOrCancelledCaseWakesUpToo() {
        assertThat(Play.started(LINE).approve("A").reject("B").reopen("B").open())
                .containsExactly("B");
        assertThat(Play.started(LINE).cancel().reopen("initiator").resubmit().open())
                .containsExactly("A");
    }

    @Test
    void onlyAnEndedCaseIsReopenedAndNotInsideBranches() {
        assertThat(Play.started(LINE).refused(new Reopen(Play.ID, Play.NOON, "owner", "A")))
                .isEqualTo(Reason.NOT_RUNNING);
        assertThat(Play.of(LINE).refused(new Reopen(Play.ID, Play.NOON, "owner", "A")))
                .isEqualTo(Reason.NOT_RUNNING);
        var ended = Play.started(BLOCK).cancel();
        assertThat(ended.refused(new Reopen(Play.ID, Play.NOON, "owner", "B"))).isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void aJumpLeavesAnEventSubProcessBesideItAlone() throws ModelRefused {
        var play =
                new Play(CatalogueModel.of("event-sub-process/message-beside").read()).start();
        var steps = play.open();
        var message = play.state.subscriptions().getFirst().name();
        play.run(new FlowCommand.Deliver(Play.ID, Play.NOON, "system", message, null));
        play.jump(steps.getFirst(), steps.getFirst());
        assertThat(play.open()).hasSize(2).containsAll(steps);
    }
}

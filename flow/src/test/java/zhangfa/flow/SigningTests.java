package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.AddSign;
import zhangfa.flow.FlowCommand.RemoveSign;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.FlowCommand.Where;
import zhangfa.flow.FlowEvent.Closing;
import zhangfa.flow.FlowState.Status;

/** Signers added before, after and beside, by signers who were added themselves, and taken out again. */
class SigningTests {

    private static final String LINE = "start > A > B > end";

    @Test
    void whoIsAddedBeforeDecidesBeforeMe() {
        var play = Play.started(LINE).addSign("A", "a", Where.BEFORE, "x", "y");
        assertThat(play.signers()).containsExactly("x", "y");
        assertThat(play.state.held()).extracting(FlowTask::accountable).containsExactly("a");
        assertThat(play.approveBy("A", "y").signers()).containsExactly("x");
        assertThat(play.approveBy("A", "x").signers()).containsExactly("a");
        assertThat(play.approveBy("A", "a").open()).containsExactly("B");
    }

    @Test
    void theJournalSaysWhoStandsWhere() {
        var play = Play.started(LINE).addSign("A", "a", Where.BEFORE, "x");
        var place = new Place(List.of(2), List.of("a"), 0);
        assertThat(play.journal)
                .endsWith(
                        new FlowEvent.SignerAdded(
                                new FlowTask(3, 1, "A", List.of(), "x", "x", false, List.of(), place, false), 0),
                        new FlowEvent.TaskHeld(2),
                        new FlowEvent.TaskOpened(3, 1, "A", List.of(), "x", "x", place));
        play.approveBy("A", "x");
        assertThat(play.journal)
                .endsWith(
                        new FlowEvent.TaskClosed(3, 1, "A", Closing.APPROVED, "x", null), new FlowEvent.TaskResumed(2));
    }

    @Test
    void whoIsAddedAfterDecidesWhenIHaveAgreed() {
        var play = Play.started(LINE).addSign("A", "a", Where.AFTER, "x", "y");
        assertThat(play.signers()).containsExactly("a");
        assertThat(play.approveBy("A", "a").signers()).containsExactly("x", "y");
        assertThat(play.approveBy("A", "x").approveBy("A", "y").open()).containsExactly("B");
    }

    @Test
    void whoIsAddedBesideDecidesAtOnce() {
        var play = Play.started(LINE).addSign("A", "a", Where.PARALLEL, "x");
        assertThat(play.signers()).containsExactly("a", "x");
        assertThat(play.approveBy("A", "a").open()).containsExactly("A");
        assertThat(play.approveBy("A", "x").open()).containsExactly("B");
    }

    @Test
    void anAddedSignerAddsAnother() {
        var play = Play.started(LINE)
                .addSign("A", "a", Where.BEFORE, "x")
                .addSign("A", "x", Where.BEFORE, "y")
                .addSign("A", "y", Where.AFTER, "z");
        assertThat(play.signers()).containsExactly("y");
        assertThat(play.approveBy("A", "y").signers()).containsExactly("z");
        assertThat(play.approveBy("A", "z").signers()).containsExactly("x");
        assertThat(play.approveBy("A", "x").signers()).containsExactly("a");
    }

    @Test
    void whoIsAddedBesideOneBeforeMeDecidesBeforeMeToo() {
        var play = Play.started(LINE).addSign("A", "a", Where.BEFORE, "x").addSign("A", "x", Where.PARALLEL, "y");
        assertThat(play.approveBy("A", "x").signers()).containsExactly("y");
        assertThat(play.approveBy("A", "y").signers()).containsExactly("a");
    }

    /** Found by the second interpreter: in whatever order they are added, who is to sign after me waits for me alone. */
    @Test
    void whoIsAddedAfterMeDoesNotWaitForThoseAddedBesideMeLater() {
        var play = Play.started(LINE)
                .addSign("A", "a", Where.AFTER, "x")
                .addSign("A", "a", Where.PARALLEL, "y")
                .addSign("A", "a", Where.AFTER, "z");
        assertThat(play.signers()).containsExactly("a", "y");
        assertThat(play.approveBy("A", "a").signers()).containsExactlyInAnyOrder("x", "y", "z");
    }

    /** Found by the second interpreter: whoever lends a task out is still the signer. */
    @Test
    void aSignerIsTakenOutByNameAlsoWhileSomebodyElseWorksForThem() {
        var play = Play.started(LINE).addSign("A", "a", Where.BEFORE, "x").delegate("A", "x", "p");
        var mine = play.state.held().getFirst().number();
        assertThat(play.refused(new RemoveSign(Play.ID, Play.NOON, "a", mine, List.of("p"))))
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(play.removeSign(mine, "a", "x").signers()).containsExactly("a");
    }

    /** Found by the second interpreter: what was done before somebody was asked does not count after they have answered. */
    @Test
    void whoWasAskedByThePersonWhoTookTheTaskOverTakesTheirDecisionBack() {
        var play = Play.started(LINE)
                .transfer("A", "a", "w")
                .addSign("A", "w", Where.BEFORE, "x")
                .approveBy("A", "x");
        assertThat(play.signers()).containsExactly("w");
        assertThat(play.withdraw("A", "x").signers()).containsExactly("x");
    }

    @Test
    void signersBeforeAndAfterMeStandInThatOrder() {
        var play = Play.started(LINE).addSign("A", "a", Where.AFTER, "y").addSign("A", "a", Where.BEFORE, "x");
        assertThat(play.signers()).containsExactly("x");
        assertThat(play.approveBy("A", "x").signers()).containsExactly("a");
        assertThat(play.approveBy("A", "a").signers()).containsExactly("y");
    }

    @Test
    void theRejectionOfAnAddedSignerCounts() {
        var play = Play.started(LINE).addSign("A", "a", Where.BEFORE, "x").rejectBy("A", "x");
        assertThat(play.status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void nobodySignsTheSameStepTwice() {
        var play = Play.started(LINE).addSign("A", "a", Where.BEFORE, "x");
        var task = play.task("A", "x");
        for (var person : List.of("x", "a")) {
            assertThat(play.refused(new AddSign(Play.ID, Play.NOON, "x", task, List.of(person), Where.PARALLEL)))
                    .isEqualTo(Reason.NOT_ALLOWED);
        }
    }

    @Test
    void aStrangerAddsAndRemovesNobody() {
        var play = Play.started(LINE).addSign("A", "a", Where.PARALLEL, "x");
        var task = play.task("A", "a");
        assertThat(play.refused(new AddSign(Play.ID, Play.NOON, "b", task, List.of("y"), Where.BEFORE)))
                .isEqualTo(Reason.NOT_YOURS);
        assertThat(play.refused(new RemoveSign(Play.ID, Play.NOON, "b", task, List.of("x"))))
                .isEqualTo(Reason.STALE);
    }

    @Test
    void whoWasAddedIsTakenOutWithWhomTheyAdded() {
        var play = Play.started(LINE).addSign("A", "a", Where.BEFORE, "x").addSign("A", "x", Where.PARALLEL, "y");
        var mine = play.state.held().getFirst().number();
        assertThat(play.model.actions(play.state, mine, "a")).containsExactly("remove_sign");
        play.removeSign(mine, "a", "x");
        assertThat(play.signers()).containsExactly("a");
        assertThat(play.model.actions(play.state, mine, "a")).doesNotContain("remove_sign");
    }

    @Test
    void aSignerWhomOthersAddedOrTheRuleNamedIsNotTakenOut() {
        var play = Play.of("start > A:all > end").seat("A", "a", "b").start().addSign("A", "a", Where.PARALLEL, "x");
        assertThat(play.refused(new RemoveSign(Play.ID, Play.NOON, "b", play.task("A", "b"), List.of("x"))))
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(play.refused(new RemoveSign(Play.ID, Play.NOON, "a", play.task("A", "a"), List.of("b"))))
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void whenTheLastOpenSignerIsTakenOutTheStepIsDone() {
        var play = Play.started(LINE).addSign("A", "a", Where.AFTER, "x");
        var mine = play.task("A", "a");
        play.approveBy("A", "a");
        assertThat(play.model.actions(play.state, mine, "a")).containsExactly("remove_sign", "withdraw");
        assertThat(play.removeSign(mine, "a", "x").open()).containsExactly("B");
    }

    @Test
    void aTaskHeldBackIsNotDecided() {
        var play = Play.started(LINE);
        var task = play.task("A");
        play.addSign("A", "a", Where.BEFORE, "x");
        assertThat(play.refused(new FlowCommand.Approve(Play.ID, Play.NOON, "a", task)))
                .isEqualTo(Reason.STALE);
    }

    @Test
    void aReturnTakesAddedSignersAlong() {
        var play = Play.started(LINE)
                .approve("A")
                .addSign("B", "b", Where.BEFORE, "x", "y")
                .addSign("B", "y", Where.AFTER, "z")
                .back("B", "x", "A", Then.RERUN);
        assertThat(play.open()).containsExactly("A");
        assertThat(play.state.held()).isEmpty();
        assertThat(play.approve("A").signers()).containsExactly("b");
        play.addSign("B", "b", Where.BEFORE, "x").back("B", "x", "A", Then.JUMP_BACK);
        assertThat(play.approve("A").signers()).containsExactly("b");
    }

    @Test
    void aDecisionTakenBackHoldsWhoeverCameAfterIt() {
        var play = Play.started(LINE).addSign("A", "a", Where.AFTER, "x").approveBy("A", "a");
        assertThat(play.signers()).containsExactly("x");
        assertThat(play.withdraw("A", "a").signers()).containsExactly("a");
        assertThat(play.approveBy("A", "a").signers()).containsExactly("x");
        var mine = play.lastVote("A", "a");
        play.transfer("A", "x", "y");
        assertThat(play.refused(new FlowCommand.Withdraw(Play.ID, Play.NOON, "a", mine)))
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void whoComesBeforeMeTakesTheirDecisionBackUntilIAct() {
        var play = Play.started(LINE).addSign("A", "a", Where.BEFORE, "x").approveBy("A", "x");
        assertThat(play.signers()).containsExactly("a");
        var first = play.lastVote("A", "x");
        assertThat(play.withdraw("A", "x").signers()).containsExactly("x");
        assertThat(play.approveBy("A", "x").signers()).containsExactly("a");
        assertThat(play.lastVote("A", "x")).isNotEqualTo(first);
        play.approveBy("A", "a");
        assertThat(play.refused(new FlowCommand.Withdraw(Play.ID, Play.NOON, "x", play.lastVote("A", "x"))))
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void twoDecisionsInARowAreTakenBackInTurn() {
        var play = Play.started(LINE)
                .addSign("A", "a", Where.BEFORE, "x")
                .approveBy("A", "x")
                .approveBy("A", "a")
                .withdraw("A", "a")
                .withdraw("A", "x");
        assertThat(play.signers()).containsExactly("x");
        assertThat(play.state.held()).extracting(FlowTask::accountable).containsExactly("a");
        assertThat(play.approveBy("A", "x").approveBy("A", "a").open()).containsExactly("B");
    }

    @Test
    void aSharedTaskWaitsForThoseAddedBeforeItAndIsSharedAgain() {
        var play = Play.of(LINE).seat("A", "p", "q").start().addSign("A", "p", Where.BEFORE, "x");
        assertThat(play.signers()).containsExactly("x");
        play.approveBy("A", "x");
        assertThat(play.state.openTasks().getFirst().candidates()).containsExactly("p", "q");
        assertThat(play.approveBy("A", "q").open()).containsExactly("B");
    }

    @Test
    void theCaseEndsWithSignersStillWaiting() {
        assertThat(Play.started(LINE)
                        .addSign("A", "a", Where.BEFORE, "x")
                        .cancel()
                        .status())
                .isEqualTo(Status.CANCELLED);
    }
}

package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Approve;
import zhangfa.flow.FlowCommand.Cancel;
import zhangfa.flow.FlowCommand.Claim;
import zhangfa.flow.FlowCommand.Complete;
import zhangfa.flow.FlowCommand.Reject;
import zhangfa.flow.FlowCommand.Release;
import zhangfa.flow.FlowCommand.Return;
import zhangfa.flow.FlowCommand.Seat;
import zhangfa.flow.FlowCommand.Start;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.FlowCommand.Transfer;
import zhangfa.flow.FlowEvent.Closing;
import zhangfa.flow.FlowState.Status;

/** Who may do what with a task, and what it does. */
class TaskTests {

    private static final String TWO = "start > A > B > end";

    @Test
    void aClosedTaskIsStaleForEverybody() {
        var play = Play.started(TWO);
        var task = play.task("A");
        play.approve("A");
        assertThat(play.refused(new Approve(Play.ID, Play.NOON, "a", task))).isEqualTo(Reason.STALE);
        assertThat(play.refused(new Approve(Play.ID, Play.NOON, "a", 99))).isEqualTo(Reason.STALE);
    }

    @Test
    void aStrangerMayNotDecide() {
        var play = Play.started(TWO);
        assertThat(play.refused(new Approve(Play.ID, Play.NOON, "b", play.task("A"))))
                .isEqualTo(Reason.NOT_YOURS);
        assertThat(play.model.actions(play.state, play.task("A"), "b")).isEmpty();
    }

    @Test
    void anApprovalOffersJustItsActions() {
        var play = Play.started(TWO);
        assertThat(play.model.actions(play.state, play.task("A"), "a"))
                .containsExactly("approve", "reject", "return", "transfer", "delegate", "add_sign");
    }

    @Test
    void workOffersJustItsActions() {
        var play = Play.started("start > A:work > end");
        assertThat(play.model.actions(play.state, play.task("A"), "a"))
                .containsExactly("complete", "return", "transfer", "delegate", "add_sign");
    }

    @Test
    void workIsDoneByCompleteAndByApproveAlike() {
        var completed = Play.started("start > A:work > end");
        completed.run(new Complete(Play.ID, Play.NOON, "a", completed.task("A"), "paid"));
        assertThat(completed.status()).isEqualTo(Status.COMPLETED);
        assertThat(completed.journal).contains(new FlowEvent.TaskClosed(2, 1, "A", Closing.COMPLETED, "a", "paid"));
        assertThat(Play.started("start > A:work > end").approve("A").journal)
                .contains(new FlowEvent.TaskClosed(2, 1, "A", Closing.COMPLETED, "a", null));
    }

    @Test
    void anApprovalIsNotMerelyCompleted() {
        var play = Play.started(TWO);
        assertThat(play.refused(new Complete(Play.ID, Play.NOON, "a", play.task("A"), null)))
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void workIsNotRejected() {
        var play = Play.started("start > A:work > end");
        assertThat(play.refused(new Reject(Play.ID, Play.NOON, "a", play.task("A"))))
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void rejectionEndsTheCaseAndEveryOtherBranch() {
        var play =
                Play.started("start > +f; +f > A > +j; +f > B > +j; +j > end").reject("A");
        assertThat(play.status()).isEqualTo(Status.REJECTED);
        assertThat(play.journal.getLast()).isEqualTo(new FlowEvent.CaseEnded(FlowEvent.Ending.REJECTED));
    }

    @Test
    void rejectionReturnsToTheInitiatorWhereTheStepSaysSo() {
        var play = Play.started("start > A > B:return > end").approve("A").reject("B");
        assertThat(play.open()).containsExactly("initiator");
        assertThat(play.resubmit().open()).containsExactly("A");
    }

    @Test
    void oneOfSeveralCandidatesDecides() {
        var play = Play.of(TWO).seat("A", "x", "y").start();
        var task = play.state.openTasks().getFirst();
        assertThat(task.candidates()).containsExactly("x", "y");
        assertThat(task.assignee()).isNull();
        assertThat(task.accountable()).isEqualTo("head");
        play.approveBy("A", "y");
        assertThat(play.refused(new Approve(Play.ID, Play.NOON, "x", task.number())))
                .isEqualTo(Reason.STALE);
        assertThat(play.open()).containsExactly("B");
    }

    @Test
    void whoClaimsIsAccountableAndTheOnlyOneToDecide() {
        var play = Play.of(TWO).seat("A", "x", "y").start().claim("A", "x");
        var task = play.state.openTasks().getFirst();
        assertThat(task.accountable()).isEqualTo("x");
        assertThat(play.refused(new Claim(Play.ID, Play.NOON, "y", task.number())))
                .isEqualTo(Reason.TAKEN);
        assertThat(play.refused(new Approve(Play.ID, Play.NOON, "y", task.number())))
                .isEqualTo(Reason.TAKEN);
        assertThat(play.refused(new Approve(Play.ID, Play.NOON, "z", task.number())))
                .isEqualTo(Reason.NOT_YOURS);
        assertThat(play.model.actions(play.state, task.number(), "y")).isEmpty();
        assertThat(play.approveBy("A", "x").open()).containsExactly("B");
    }

    @Test
    void aReleasedTaskIsEverybodysAgain() {
        var play = Play.of(TWO).seat("A", "x", "y").start().claim("A", "x").release("A", "x");
        var task = play.state.openTasks().getFirst();
        assertThat(task.accountable()).isEqualTo("head");
        assertThat(play.model.actions(play.state, task.number(), "y"))
                .containsExactly("approve", "reject", "return", "transfer", "delegate", "add_sign", "claim");
        assertThat(play.claim("A", "y").model.actions(play.state, task.number(), "y"))
                .containsExactly("approve", "reject", "return", "transfer", "delegate", "add_sign", "release");
    }

    @Test
    void onlyWhatIsSharedIsClaimedAndOnlyWhatIsClaimedIsReleased() {
        var alone = Play.started(TWO);
        assertThat(alone.refused(new Claim(Play.ID, Play.NOON, "a", alone.task("A"))))
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(alone.refused(new Release(Play.ID, Play.NOON, "a", alone.task("A"))))
                .isEqualTo(Reason.NOT_ALLOWED);
        var shared = Play.of(TWO).seat("A", "x", "y").start();
        assertThat(shared.refused(new Release(Play.ID, Play.NOON, "x", shared.task("A"))))
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void aTransferredTaskIsSomebodyElsesFromNowOn() {
        var play = Play.of(TWO).seat("A", "x", "y").start().transfer("A", "x", "z");
        var task = play.state.openTasks().getFirst();
        assertThat(task.accountable()).isEqualTo("z");
        assertThat(task.candidates()).isEmpty();
        assertThat(play.refused(new Approve(Play.ID, Play.NOON, "y", task.number())))
                .isEqualTo(Reason.NOT_YOURS);
        assertThat(play.approveBy("A", "z").open()).containsExactly("B");
    }

    @Test
    void nobodyTransfersToThemselves() {
        var play = Play.started(TWO);
        assertThat(play.refused(new Transfer(Play.ID, Play.NOON, "a", play.task("A"), "a")))
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void allMustAgreeInACountersign() {
        var play = Play.of("start > A:all > B > end").seat("A", "x", "y", "z").start();
        assertThat(play.open()).containsExactly("A", "A", "A");
        assertThat(play.state.openTasks()).extracting(FlowTask::accountable).containsExactly("x", "y", "z");
        assertThat(play.approveBy("A", "z").approveBy("A", "x").open()).containsExactly("A");
        assertThat(play.approveBy("A", "y").open()).containsExactly("B");
    }

    @Test
    void oneRejectionEndsACountersign() {
        var play = Play.of("start > A:all > B > end")
                .seat("A", "x", "y", "z")
                .start()
                .approveBy("A", "x");
        play.run(new Reject(Play.ID, Play.NOON, "y", play.task("A", "y")));
        assertThat(play.status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void aSeatTransferredToAnotherSignerIsSignedByThemTwice() {
        var play =
                Play.of("start > A:all > B > end").seat("A", "x", "y").start().transfer("A", "x", "y");
        assertThat(play.open()).containsExactly("A", "A");
        assertThat(play.approveBy("A", "y").open()).containsExactly("A");
        assertThat(play.approveBy("A", "y").open()).containsExactly("B");
    }

    @Test
    void aPersonSeatedTwiceIsAskedOnce() {
        var play = Play.of("start > A:all > B > end").seat("A", "x", "x").start();
        assertThat(play.open()).containsExactly("A");
    }

    @Test
    void onlyTheInitiatorCancels() {
        var play = Play.started(TWO).approve("A");
        assertThat(play.refused(new Cancel(Play.ID, Play.NOON, "b"))).isEqualTo(Reason.NOT_YOURS);
        assertThat(play.cancel().status()).isEqualTo(Status.CANCELLED);
        assertThat(play.journal).contains(new FlowEvent.TaskClosed(4, 3, "B", Closing.DROPPED, null, null));
    }

    @Test
    void anEndedCaseRefusesEveryCommand() {
        var play = Play.started(TWO).cancel();
        for (var command : List.of(
                new Start(Play.ID, Play.NOON, "ann"),
                new Cancel(Play.ID, Play.NOON, "ann"),
                new Seat(Play.ID, Play.NOON, "system", 1, List.of("a"), "a"),
                new Approve(Play.ID, Play.NOON, "a", 2),
                new Return(Play.ID, Play.NOON, "a", 2, "initiator", Then.RERUN))) {
            assertThat(play.refused(command)).isEqualTo(Reason.NOT_RUNNING);
        }
        assertThat(play.model.actions(play.state, 2, "a")).isEmpty();
    }

    @Test
    void aCaseIsStartedOnceAndBeforeAllElse() {
        assertThat(Play.started(TWO).refused(new Start(Play.ID, Play.NOON, "ann")))
                .isEqualTo(Reason.NOT_RUNNING);
        assertThat(Play.of(TWO).refused(new Approve(Play.ID, Play.NOON, "a", 1)))
                .isEqualTo(Reason.NOT_RUNNING);
    }

    @Test
    void peopleAreSeatedOnceForAQuestion() {
        var play = Play.started(TWO);
        var again = new Seat(Play.ID, Play.NOON, "system", 1, List.of("z"), "z");
        assertThat(play.refused(again)).isEqualTo(Reason.STALE);
        assertThat(play.refused(new Seat(Play.ID, Play.NOON, "system", 7, List.of("z"), "z")))
                .isEqualTo(Reason.STALE);
    }

    @Test
    void aClaimTouchesItsOwnTaskOnly() {
        var play = Play.of("start > +f; +f > A > end; +f > B > end")
                .seat("A", "x", "y")
                .seat("B", "x", "y")
                .start()
                .claim("B", "x");
        assertThat(play.state.openTasks()).extracting(FlowTask::assignee).containsExactly(null, "x");
    }
}

package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Approve;
import zhangfa.flow.FlowCommand.Delegate;

/** A task that somebody else works on and that comes back. */
class DelegatingTests {

    private static final String LINE = "start > A > B > end";

    @Test
    void aDelegatedTaskComesBackAndIsDecidedByItsOwner() {
        var play = Play.started(LINE).delegate("A", "a", "x");
        assertThat(play.signers()).containsExactly("x");
        assertThat(play.model.actions(play.state, play.task("A"), "x")).containsExactly("resolve", "delegate");
        assertThat(play.refused(new Approve(Play.ID, Play.NOON, "x", play.task("A"))))
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(play.refused(new Approve(Play.ID, Play.NOON, "a", play.task("A"))))
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(play.refused(new Approve(Play.ID, Play.NOON, "b", play.task("A"))))
                .isEqualTo(Reason.NOT_YOURS);
        play.resolve("A", "x");
        assertThat(play.journal.getLast()).isEqualTo(new FlowEvent.TaskResolved(2, "x", "a"));
        assertThat(play.approveBy("A", "a").open()).containsExactly("B");
    }

    @Test
    void theDelegatorMayFetchItBack() {
        var play = Play.started(LINE).delegate("A", "a", "x");
        assertThat(play.model.actions(play.state, play.task("A"), "a")).containsExactly("resolve");
        assertThat(play.resolve("A", "a").signers()).containsExactly("a");
    }

    @Test
    void aDelegateDelegatesAndItComesBackStepByStep() {
        var play = Play.started(LINE).delegate("A", "a", "x").delegate("A", "x", "y");
        assertThat(play.resolve("A", "y").signers()).containsExactly("x");
        assertThat(play.resolve("A", "x").signers()).containsExactly("a");
    }

    @Test
    void aTaskIsNotDelegatedToThoseItComesBackTo() {
        var play = Play.started(LINE).delegate("A", "a", "x");
        for (var to : new String[] {"a", "x"}) {
            assertThat(play.refused(new Delegate(Play.ID, Play.NOON, "x", play.task("A"), to)))
                    .isEqualTo(Reason.NOT_ALLOWED);
        }
    }

    @Test
    void aSharedTaskComesBackToWhoeverLentItOut() {
        var play = Play.of(LINE)
                .seat("A", "p", "q")
                .start()
                .delegate("A", "p", "x")
                .resolve("A", "x");
        assertThat(play.signers()).containsExactly("p");
        assertThat(play.release("A", "p").model.actions(play.state, play.task("A"), "q"))
                .contains("claim");
    }

    @Test
    void whatIsDelegatedHasBeenActedOn() {
        var play = Play.started(LINE).approve("A").delegate("B", "b", "x").resolve("B", "x");
        assertThat(play.model.actions(play.state, play.lastVote("A", "a"), "a")).isEmpty();
    }

    @Test
    void theTimeOfADelegateIsTheTimeOfTheStep() {
        var play = Play.started("start > A:within=PT8H/on-expiry=transfer/to=superior > end")
                .delegate("A", "a", "x")
                .fire();
        assertThat(play.signers()).containsExactly("boss");
        assertThat(play.approveBy("A", "boss").state.isEnded()).isTrue();
    }

    /** Found by the second interpreter: the delegate would have decided in the delegator's place. */
    @Test
    void aTaskThatWasSparedComesBackToItsDelegatorWhenItIsAskedAfterAll() {
        var play = Play.of("start > A:ratio:threshold=2/3 > B > end")
                .seat("A", "x", "y", "z")
                .start()
                .delegate("A", "z", "q")
                .approveBy("A", "x")
                .approveBy("A", "y")
                .withdraw("A", "y");
        assertThat(play.signers()).containsExactlyInAnyOrder("y", "z");
    }
}

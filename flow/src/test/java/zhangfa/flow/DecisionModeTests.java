package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.FlowCommand.Where;
import zhangfa.flow.FlowEvent.Closing;
import zhangfa.flow.FlowState.Status;

/** Whose decisions, and how many of them, settle a step. */
class DecisionModeTests {

    private static Play five(String step) {
        return Play.of("start > %s > B > end".formatted(step))
                .seat("A", "v", "w", "x", "y", "z")
                .start();
    }

    @Test
    void inASequenceOneSignsAfterAnother() {
        var play =
                Play.of("start > A:sequence > B > end").seat("A", "x", "y", "z").start();
        assertThat(play.signers()).containsExactly("x");
        assertThat(play.approveBy("A", "x").signers()).containsExactly("y");
        assertThat(play.approveBy("A", "y").signers()).containsExactly("z");
        assertThat(play.approveBy("A", "z").open()).containsExactly("B");
    }

    @Test
    void aRejectionEndsASequence() {
        var play = Play.of("start > A:sequence:return > B > end")
                .seat("A", "x", "y", "z")
                .start()
                .approveBy("A", "x")
                .rejectBy("A", "y");
        assertThat(play.open()).containsExactly("initiator");
        assertThat(play.resubmit().signers()).containsExactly("x");
    }

    @Test
    void signersAreAddedToASequenceWhileItRunsAndTakenOutAgain() {
        var play = Play.of("start > A:sequence > B > end").seat("A", "x", "y").start();
        play.addSign("A", "x", Where.AFTER, "p").addSign("A", "x", Where.BEFORE, "o");
        assertThat(play.signers()).containsExactly("o");
        assertThat(play.approveBy("A", "o").signers()).containsExactly("x");
        assertThat(play.approveBy("A", "x").signers()).containsExactly("p");
        play.addSign("A", "p", Where.AFTER, "q");
        assertThat(play.approveBy("A", "p").signers()).containsExactly("q");
        play.removeSign(play.lastVote("A", "p"), "p", "q");
        assertThat(play.signers()).containsExactly("y");
        assertThat(play.approveBy("A", "y").open()).containsExactly("B");
    }

    @Test
    void whoSignedInASequenceTakesItBackUntilTheNextActs() {
        var play = Play.of("start > A:sequence > B > end")
                .seat("A", "x", "y", "z")
                .start()
                .approveBy("A", "x");
        assertThat(play.withdraw("A", "x").signers()).containsExactly("x");
        play.approveBy("A", "x").approveBy("A", "y");
        assertThat(play.refused(new FlowCommand.Withdraw(Play.ID, Play.NOON, "x", play.lastVote("A", "x"))))
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(play.withdraw("A", "y").signers()).containsExactly("y");
    }

    @Test
    void enoughAgreementsSettleARatioAndTheOthersAreSpared() {
        var play = five("A:ratio:threshold=60%").approveBy("A", "v").approveBy("A", "w");
        assertThat(play.open()).containsExactly("A", "A", "A");
        play.approveBy("A", "x");
        assertThat(play.open()).containsExactly("B");
        assertThat(play.journal)
                .contains(
                        new FlowEvent.TaskClosed(5, 1, "A", Closing.DROPPED, null, null),
                        new FlowEvent.TaskClosed(6, 1, "A", Closing.DROPPED, null, null));
    }

    @Test
    void aRatioIsRefusedOnceItCannotBeReached() {
        var play = five("A:ratio:threshold=60%").rejectBy("A", "v").rejectBy("A", "w");
        assertThat(play.open()).containsExactly("A", "A", "A");
        assertThat(play.rejectBy("A", "x").status()).isEqualTo(Status.REJECTED);
    }

    @ParameterizedTest
    @CsvSource({"2/3,3,2", "2/3,4,3", "1/2,4,2", "51%,4,3", "100%,3,3", "1%,5,1"})
    void theShareIsExact(String threshold, int people, int needed) {
        var names = List.of("v", "w", "x", "y", "z").subList(0, people);
        var play = Play.of("start > A:ratio:threshold=%s > B > end".formatted(threshold))
                .seat("A", names.toArray(String[]::new))
                .start();
        for (var i = 0; i < needed; i++) {
            assertThat(play.open()).contains("A");
            play.approveBy("A", names.get(i));
        }
        assertThat(play.open()).containsExactly("B");
    }

    @Test
    void aRejectionInARatioCanBeTakenBack() {
        var play = five("A:ratio:threshold=60%")
                .rejectBy("A", "v")
                .rejectBy("A", "w")
                .withdraw("A", "v");
        assertThat(play.rejectBy("A", "x").open()).contains("A");
        assertThat(play.approveBy("A", "v")
                        .approveBy("A", "y")
                        .approveBy("A", "z")
                        .open())
                .containsExactly("B");
    }

    /** Found by the second interpreter: it would be decided again in the same moment. */
    @Test
    void aVoteThatNothingHangsOnAnyMoreIsNotTakenBack() {
        var play = five("A:ratio:threshold=60%")
                .rejectBy("A", "v")
                .approveBy("A", "w")
                .approveBy("A", "x")
                .approveBy("A", "y");
        assertThat(play.open()).containsExactly("B");
        assertThat(play.refused(new FlowCommand.Withdraw(Play.ID, Play.NOON, "v", play.lastVote("A", "v"))))
                .isEqualTo(CommandRefused.Reason.NOT_ALLOWED);
        assertThat(play.withdraw("A", "w").signers()).containsExactly("w", "z");
    }

    @Test
    void whenTheDecidingVoteIsTakenBackTheSparedAreAskedAfterAll() {
        var play = five("A:ratio:threshold=60%")
                .approveBy("A", "v")
                .approveBy("A", "w")
                .approveBy("A", "x")
                .withdraw("A", "w");
        assertThat(play.signers()).containsExactly("w", "y", "z");
        assertThat(play.rejectBy("A", "y").rejectBy("A", "z").signers()).containsExactly("w");
        assertThat(play.approveBy("A", "w").open()).containsExactly("B");
    }

    @Test
    void weightsDecideWhereAStepWeighs() {
        var play = Play.of("start > A:weighted:threshold=60% > B > end")
                .seat("A", "x", "y", "z")
                .weigh("x", 5)
                .weigh("y", 3)
                .start();
        assertThat(play.approveBy("A", "x").open()).containsExactly("A", "A");
        assertThat(play.approveBy("A", "z").open()).containsExactly("B");
    }

    @Test
    void aHeavyRejectionDecidesAlone() {
        var play = Play.of("start > A:weighted:threshold=60% > B > end")
                .seat("A", "x", "y", "z")
                .weigh("x", 5)
                .start();
        assertThat(play.rejectBy("A", "x").status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void anAddedSignerCountsInARatio() {
        var play = Play.of("start > A:ratio:threshold=2/3 > B > end")
                .seat("A", "x", "y", "z")
                .start();
        play.addSign("A", "x", Where.PARALLEL, "p").approveBy("A", "x").approveBy("A", "y");
        assertThat(play.open()).containsExactly("A", "A");
        play.removeSign(play.lastVote("A", "x"), "x", "p");
        assertThat(play.open()).containsExactly("B");
    }

    @Test
    void oneOfFiveReturnsAndFiveAreAskedAgain() {
        var play = five("A:all").approveBy("A", "v").approveBy("A", "w").back("A", "x", "initiator", Then.RERUN);
        assertThat(play.journal)
                .filteredOn(FlowEvent.TaskClosed.class::isInstance)
                .extracting(event -> ((FlowEvent.TaskClosed) event).how())
                .containsExactly(
                        Closing.APPROVED, Closing.APPROVED, Closing.RETURNED, Closing.DROPPED, Closing.DROPPED);
        assertThat(play.resubmit().signers()).containsExactly("v", "w", "x", "y", "z");
    }

    @Test
    void aStepThatTheRuleSkipsAsksNobody() {
        var play = Play.of("start > A > B > end").skip("A").start();
        assertThat(play.open()).containsExactly("B");
        assertThat(play.journal)
                .contains(new FlowEvent.StepSkipped(1, "A", "same-approver"), new FlowEvent.StepDone(1, "A"));
        var again = new FlowCommand.Skip(Play.ID, Play.NOON, "system", 1, "same-approver");
        assertThat(play.refused(again)).isEqualTo(Reason.STALE);
    }

    @Test
    void whereNobodyMayGoOnTheCaseIsRejected() {
        var model = Play.of("start > A > B > end").model;
        var start = new FlowCommand.Start(Play.ID, Play.NOON, Play.INITIATOR);
        var asking = model.evolve(FlowState.EMPTY, model.decide(FlowState.EMPTY, Map.of(), start));
        var decline = new FlowCommand.Decline(Play.ID, Play.NOON, "system", 1, "nobody");
        assertThat(model.decide(asking, Map.of(), decline))
                .containsExactly(
                        new FlowEvent.StepSkipped(1, "A", "nobody"),
                        new FlowEvent.CaseEnded(FlowEvent.Ending.REJECTED));
    }

    @Test
    void anOpenTaskIsForOthersWhenTheOrganisationChanges() {
        var play = Play.of("start > A > B > end").seat("A", "eve", "fay").start();
        var task = play.state.openTasks().getFirst().number();
        play.run(new FlowCommand.Reseat(Play.ID, Play.NOON, "system", task, List.of("gil"), "gil"));
        assertThat(play.signers()).containsExactly("gil");
        assertThat(play.state.openTasks()).extracting(FlowTask::number).containsExactly(task);
        play.approveBy("A", "gil");
        assertThat(play.open()).containsExactly("B");
    }

    @Test
    void whatPeopleHaveMovedStaysWhereItIs() {
        var play = Play.of("start > A > end").seat("A", "eve", "fay").start().claim("A", "eve");
        var task = play.state.openTasks().getFirst().number();
        var reseat = new FlowCommand.Reseat(Play.ID, Play.NOON, "system", task, List.of("gil"), "gil");
        assertThat(play.refused(reseat)).isEqualTo(Reason.NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "ratio",
        "weighted",
        "ratio:threshold=0%",
        "ratio:threshold=101%",
        "ratio:threshold=3/2",
        "ratio:threshold=half"
    })
    void aShareThatCannotBeUnderstoodIsRefused(String mode) {
        assertThat(ReadingTests.faults(Sketch.xml("start > A:%s > end".formatted(mode))))
                .extracting(ModelFault::reasonCode)
                .containsExactly("threshold");
    }
}

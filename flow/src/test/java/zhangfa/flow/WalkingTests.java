package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import zhangfa.flow.FlowState.Status;

/** How tokens walk through gateways, steps and ends. */
class WalkingTests {

    @Test
    void stepsFollowEachOtherAndTheCaseCompletes() {
        var play = Play.started("start > A > B > end");
        assertThat(play.open()).containsExactly("A");
        assertThat(play.approve("A").open()).containsExactly("B");
        assertThat(play.approve("B").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aProcessWithoutStepsCompletesAtOnce() {
        assertThat(Play.started("start > end").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aCaseWithoutEndEventCompletesWhenNothingIsLeft() {
        assertThat(Play.started("start > A").approve("A").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void anExclusiveGatewayTakesTheFirstFlowThatHolds() {
        var sketch = "start > ?g; ?g > [amount > 10] A > end; ?g > [amount > 5] B > end; ?g > [*] C > end";
        assertThat(Play.of(sketch).with("amount", 20).start().open()).containsExactly("A");
        assertThat(Play.of(sketch).with("amount", 7).start().open()).containsExactly("B");
        assertThat(Play.of(sketch).with("amount", 1).start().open()).containsExactly("C");
    }

    @Test
    void theVerdictOfEveryConditionAskedIsRecordedNullIncluded() {
        var sketch = "start > ?g; ?g > [missing] A > end; ?g > [amount > 5] B > end; ?g > [amount > 6] C > end";
        var play = Play.of(sketch).with("amount", 7).start();
        assertThat(play.journal)
                .contains(new FlowEvent.ChoiceMade(
                        "x_g", List.of("f4"), List.of(new Verdict("f2", null), new Verdict("f4", true))));
    }

    @Test
    void aForkOpensEveryBranchAndAJoinWaitsForAll() {
        var play = Play.started("start > +f; +f > A > +j; +f > B > +j; +j > C > end");
        assertThat(play.open()).containsExactly("A", "B");
        assertThat(play.approve("B").open()).containsExactly("A");
        assertThat(play.state.waiting()).hasSize(1);
        assertThat(play.approve("A").open()).containsExactly("C");
        assertThat(play.state.waiting()).isEmpty();
        assertThat(play.approve("C").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aGatewayMayJoinAndForkAtOnce() {
        var play = Play.started("start > +f; +f > A > +j; +f > B > +j; +j > C > end; +j > D > end");
        assertThat(play.approve("A", "B").open()).containsExactly("C", "D");
    }

    @Test
    void severalFlowsOutOfAStepSplitItsToken() {
        var play = Play.started("start > A; A > B > end; A > C > end");
        assertThat(play.approve("A").open()).containsExactly("B", "C");
        assertThat(play.approve("B").status()).isEqualTo(Status.RUNNING);
        assertThat(play.approve("C").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void severalFlowsIntoAStepAskItForEachToken() {
        var play = Play.started("start > +f; +f > A > C; +f > B > C; C > end");
        assertThat(play.approve("A").open()).containsExactly("B", "C");
        assertThat(play.approve("B").open()).containsExactly("C", "C");
        play.approve("C", "C");
        assertThat(play.status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void everyConditionalFlowThatHoldsLeavesAStep() {
        var sketch = "start > A; A > [x > 1] B > end; A > [x > 2] C > end; A > [*] D > end";
        assertThat(Play.of(sketch).with("x", 3).start().approve("A").open()).containsExactly("B", "C");
        assertThat(Play.of(sketch).with("x", 2).start().approve("A").open()).containsExactly("B");
        assertThat(Play.of(sketch).with("x", 0).start().approve("A").open()).containsExactly("D");
    }

    @Test
    void anUnconditionalFlowBesideConditionalOnesIsAlwaysTaken() {
        var sketch = "start > A; A > [x > 1] B > end; A > C > end; A > [*] D > end";
        assertThat(Play.of(sketch).with("x", 3).start().approve("A").open()).containsExactly("B", "C");
        assertThat(Play.of(sketch).with("x", 0).start().approve("A").open()).containsExactly("C", "D");
    }

    @Test
    void aLoopAsksItsStepsAgain() {
        var play = Play.of("start > ?m > A > ?g; ?g > [again] ?m; ?g > [*] end")
                .with("again", true)
                .start();
        play.approve("A").approve("A");
        assertThat(play.open()).containsExactly("A");
        assertThat(play.with("again", false).approve("A").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aTerminateEndClosesAllThatIsOpen() {
        var play = Play.started("start > +f; +f > A > stop; +f > B > end");
        var open = play.task("B");
        play.approve("A");
        assertThat(play.status()).isEqualTo(Status.COMPLETED);
        assertThat(play.journal)
                .contains(new FlowEvent.TaskClosed(
                        open, lastActivity(play, "B"), "B", FlowEvent.Closing.DROPPED, null, null));
    }

    @Test
    void aTerminateEndStopsTokensOnTheirWay() {
        var play = Play.started("start > +f; +f > stop; +f > B > end");
        assertThat(play.status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void anOrdinaryEndLeavesTheOtherBranches() {
        var play = Play.started("start > +f; +f > A > end1; +f > B > end2");
        assertThat(play.approve("A").open()).containsExactly("B");
    }

    @Test
    void sumsOfLinesDecide() {
        var play = Play.of("start > ?g; ?g > [= sum(lines.amount) > 10000] A > end; ?g > [*] B > end");
        var lines = List.of(Map.of("amount", new BigDecimal("9999.99")), Map.of("amount", new BigDecimal("0.02")));
        assertThat(play.with("lines", lines).start().open()).containsExactly("A");
    }

    @Test
    void stepsAreListedInTheOrderOfTheFlow() {
        var model = Sketch.model("+j > D > end; +f > B > +j; +f > C > +j; start > A > +f");
        assertThat(model.steps()).extracting(FlowStep::id).containsExactly("A", "B", "C", "D");
    }

    @Test
    void aTwoApprovalCaseKeepsItsStateUnderAKilobyte() {
        var play = Play.of("start > A > B > end")
                .seat("A", "0199f3a1-0000-7000-8000-000000000001", "0199f3a1-0000-7000-8000-000000000002")
                .seat("B", "0199f3a1-0000-7000-8000-000000000003", "0199f3a1-0000-7000-8000-000000000004")
                .start();
        play.approveBy("A", "0199f3a1-0000-7000-8000-000000000002");
        assertThat(FlowJson.write(play.state).length()).isLessThan(1024);
    }

    @Test
    void doublingTokensInARowOfForksIsStopped() {
        var sketch = new StringBuilder("start > +f0");
        for (var i = 0; i < 20; i++) {
            sketch.append(
                    "; +f%d > ?a%d > ?m%d; +f%d > ?b%d > ?m%d; ?m%d > +f%d".formatted(i, i, i, i, i, i, i, i + 1));
        }
        var play = Play.of(sketch + "; +f20 > A > end");
        assertThat(play.refused(new FlowCommand.Start(Play.ID, Play.NOON, "ann")))
                .isEqualTo(CommandRefused.Reason.TOO_MANY_TOKENS);
    }

    @Test
    void onlyASplitIsRecordedAsAFork() {
        var play = Play.started("start > A > +f; +f > B > end; +f > C > end").approve("A");
        assertThat(play.journal)
                .filteredOn(FlowEvent.Forked.class::isInstance)
                .containsExactly(new FlowEvent.Forked("p_f", List.of("f3", "f5")));
    }

    @Test
    void anEndedCaseKeepsWhatWasDoneAndForgetsWhatWasOpen() {
        var play = Play.started("start > A > B > end").approve("A").cancel();
        assertThat(play.state.activities()).extracting(Activity::step).containsExactly("A");
    }

    /** The number that the last activity of a step got. */
    private static int lastActivity(Play play, String step) {
        return play.journal.stream()
                .filter(FlowEvent.StepEntered.class::isInstance)
                .map(FlowEvent.StepEntered.class::cast)
                .filter(entered -> entered.step().equals(step))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .activity();
    }
}

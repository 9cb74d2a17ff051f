package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import zhangfa.flow.FlowState.Status;

/** Inclusive gateways: one or several branches, and a join that waits for just those. */
class InclusiveTests {

    private static final String BLOCK = "start > *f; *f > [a] A > *j; *f > [b] B > *j; *f > [*] C > *j; *j > D > end";

    private static Play block(boolean a, boolean b) {
        return Play.of(BLOCK).with("a", a).with("b", b).start();
    }

    @Test
    void everyFlowThatHoldsIsTakenAndTheJoinWaitsForThemAlone() {
        var play = block(true, true);
        assertThat(play.open()).containsExactly("A", "B");
        assertThat(play.approve("A").open()).containsExactly("B");
        assertThat(play.state.waiting()).hasSize(1);
        assertThat(play.approve("B").open()).containsExactly("D");
        assertThat(play.approve("D").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void oneBranchAloneIsNotWaitedFor() {
        assertThat(block(false, true).approve("B").open()).containsExactly("D");
    }

    @Test
    void theDefaultIsTakenWhereNothingHolds() {
        assertThat(block(false, false).open()).containsExactly("C");
        assertThat(block(false, false).approve("C").open()).containsExactly("D");
    }

    @Test
    void aFlowWithoutConditionIsAlwaysTaken() {
        var play = Play.of("start > *f; *f > A > *j; *f > [b] B > *j; *j > D > end")
                .with("b", false);
        assertThat(play.start().open()).containsExactly("A");
    }

    @Test
    void aBranchThatIsEmptyArrivesAtOnceAndWaits() {
        var play = Play.of("start > *f; *f > [a] *j; *f > [b] B > *j; *j > D > end")
                .with("a", true)
                .with("b", true)
                .start();
        assertThat(play.open()).containsExactly("B");
        assertThat(play.approve("B").open()).containsExactly("D");
    }

    @Test
    void aBranchThatEndsElsewhereIsWaitedForNoLonger() {
        var play = Play.of("start > *f; *f > [a] A > *j; *f > [b] B > ?x; ?x > [out] end2; ?x > [*] *j; *j > D > end")
                .with("a", true)
                .with("b", true)
                .with("out", true)
                .start();
        assertThat(play.approve("A").open()).containsExactly("B");
        assertThat(play.approve("B").open()).containsExactly("D");
    }

    @Test
    void theJoinWaitsForAForkInsideABranch() {
        var play = Play.of("start > *f; *f > [a] +g; +g > A1 > *j; +g > A2 > *j; *f > [b] B > *j; *j > D > end")
                .with("a", true)
                .with("b", true)
                .start()
                .approve("A1", "B");
        assertThat(play.open()).containsExactly("A2");
        assertThat(play.approve("A2").open()).containsExactly("D");
    }

    @Test
    void aLoopAroundTheBlockIsNotWaitedFor() {
        var play = Play.of("start > ?m; ?m > *f; *f > [a] A > *j; *f > [b] B > *j; *j > ?l; ?l > [again] ?m;"
                        + " ?l > [*] D > end")
                .with("a", true)
                .with("b", true)
                .with("again", true)
                .start()
                .approve("A", "B")
                .with("again", false)
                .approve("B", "A");
        assertThat(play.open()).containsExactly("D");
    }

    @Test
    void aLoopInsideABranchIsWaitedFor() {
        var play = Play.of("start > *f; *f > [a] ?m; ?m > A > ?l; ?l > [again] ?m; ?l > [*] *j; *f > [b] B > *j;"
                        + " *j > D > end")
                .with("a", true)
                .with("b", true)
                .with("again", true)
                .start()
                .approve("B", "A");
        assertThat(play.open()).containsExactly("A");
        assertThat(play.with("again", false).approve("A").open()).containsExactly("D");
    }

    @Test
    void aReturnOutOfABranchLeavesTheOther() {
        var play = Play.of("start > *f; *f > [a] A > A2 > *j; *f > [b] B > *j; *j > D > end")
                .with("a", true)
                .with("b", true)
                .start()
                .approve("A", "B")
                .rerun("A2", "A");
        assertThat(play.open()).containsExactly("A");
        assertThat(play.approve("A", "A2").open()).containsExactly("D");
    }

    @Test
    void aReturnBehindTheJoinGivesTheOtherBranchItsTokenBack() {
        var play = block(true, true).approve("A", "B").rerun("D", "A");
        assertThat(play.open()).containsExactly("A");
        assertThat(play.state.waiting()).hasSize(1);
        assertThat(play.approve("A").open()).containsExactly("D");
    }

    @Test
    void whereNothingHoldsAndThereIsNoDefaultTheCaseWaitsForHelp() {
        var play = Play.of("start > *f; *f > [a] A > end; *f > [b] B > end").start();
        assertThat(play.state.incidents()).extracting(FlowIncident::kind).containsExactly(FlowIncident.Kind.NO_FLOW);
        assertThat(play.with("a", true).retry().open()).containsExactly("A");
    }
}

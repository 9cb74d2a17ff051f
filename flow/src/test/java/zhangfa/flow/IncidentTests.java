package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import zhangfa.flow.CommandRefused.Reason;
import zhangfa.flow.FlowCommand.Retry;
import zhangfa.flow.FlowIncident.Kind;
import zhangfa.flow.FlowState.Status;

/** Where a case cannot go on, it says where and why, and goes on from there. */
class IncidentTests {

    @Test
    void noConditionThatHoldsAndNoDefaultStopsTheCaseUntilTheDataIsMended() {
        var play = Play.of("start > ?g; ?g > [x = 1] A > end; ?g > [x = 2] B > end")
                .start();
        assertThat(play.status()).isEqualTo(Status.RUNNING);
        assertThat(play.state.incidents())
                .extracting(FlowIncident::kind, FlowIncident::node)
                .containsExactly(tuple(Kind.NO_FLOW, "x_g"));
        assertThat(play.with("x", 2).retry().open()).containsExactly("B");
        assertThat(play.state.incidents()).isEmpty();
    }

    @Test
    void aConditionThatSaysNeitherYesNorNoStopsTheCase() {
        var play = Play.of("start > ?g; ?g > [amount] A > end; ?g > [*] B > end")
                .with("amount", 3)
                .start();
        assertThat(play.state.incidents().getFirst().kind()).isEqualTo(Kind.CONDITION);
        assertThat(play.state.incidents().getFirst().message())
                .startsWith("f2: ")
                .contains("3");
    }

    @Test
    void aConditionThatFailsStopsTheCase() {
        var play = Play.of("start > ?g; ?g > [nonsense(1)] A > end; ?g > [*] B > end")
                .start();
        assertThat(play.state.incidents().getFirst().kind()).isEqualTo(Kind.CONDITION);
    }

    @Test
    void retryingWhatStillFailsRaisesItAnew() {
        var play = Play.of("start > ?g; ?g > [x = 1] A > end; ?g > [x = 2] B > end")
                .start();
        var first = play.state.incidents().getFirst().number();
        play.retry();
        assertThat(play.state.incidents()).hasSize(1);
        assertThat(play.state.incidents().getFirst().number()).isGreaterThan(first);
        assertThat(play.refused(new Retry(Play.ID, Play.NOON, "root", first))).isEqualTo(Reason.STALE);
    }

    @Test
    void aConditionOnAFlowOutOfAStepIsRetriedFromTheStep() {
        var play = Play.of("start > A; A > [x = 1] B > end; A > [x = 2] C > end")
                .start()
                .approve("A");
        assertThat(play.state.incidents().getFirst().node()).isEqualTo("A");
        assertThat(play.with("x", 1).retry().open()).containsExactly("B");
    }

    @Test
    void nobodyForAStepStopsTheCaseAndNamesTheStep() {
        var play = Play.of("start > A > B > end").seat("B").start().approve("A");
        assertThat(play.state.incidents().getFirst().kind()).isEqualTo(Kind.NOBODY);
        assertThat(play.state.incidents().getFirst().node()).isEqualTo("B");
        assertThat(play.state.pendingQuestions()).isEmpty();
        assertThat(play.seat("B", "b").retry().open()).containsExactly("B");
        assertThat(play.approve("B").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void anIncidentInOneBranchLetsTheOtherGoOnButNotTheCaseEnd() {
        var play = Play.of("start > +f; +f > A > end1; +f > B > end2")
                .seat("A")
                .start()
                .approve("B");
        assertThat(play.status()).isEqualTo(Status.RUNNING);
        assertThat(play.seat("A", "a").retry().approve("A").status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aJoinThatCannotFireAnyMoreStopsTheCase() {
        var play = Play.of("start > +f; +f > A > +j; +f > ?g; ?g > [x] B > +j; ?g > [*] C > end1; +j > D > end2")
                .start();
        play.approve("A", "C");
        assertThat(play.status()).isEqualTo(Status.RUNNING);
        assertThat(play.state.incidents().getFirst().kind()).isEqualTo(Kind.STUCK);
        assertThat(play.state.incidents().getFirst().node()).isEqualTo("p_j");
        var retry = new Retry(
                Play.ID, Play.NOON, "root", play.state.incidents().getFirst().number());
        assertThat(play.refused(retry)).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(play.withdraw("A", "a").open()).containsExactly("A");
        assertThat(play.state.incidents()).isEmpty();
        assertThat(play.approve("A").cancel().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void aReturnTakesIncidentsOfWhatItUndoesAway() {
        var play = Play.of("start > A > +f; +f > B > end1; +f > C > end2")
                .seat("B")
                .start()
                .approve("A");
        play.rerun("C", "A");
        assertThat(play.state.incidents()).isEmpty();
        assertThat(play.open()).containsExactly("A");
    }

    @Test
    void oneIncidentIsHelpedAtATime() {
        var play = Play.of("start > +f; +f > A > end; +f > B > end")
                .seat("A")
                .seat("B")
                .start();
        assertThat(play.seat("A", "a").retry().open()).containsExactly("A");
        assertThat(play.state.incidents()).extracting(FlowIncident::node).containsExactly("B");
    }

    @Test
    void theJoinThatIsStuckIsNamed() {
        var play = Play.of("start > +f; +f > A > +j; +f > B > +j; +j > C > +k > end1; "
                        + "C > ?g; ?g > [x] +k; ?g > [*] end2")
                .start()
                .approve("A", "B", "C");
        assertThat(play.state.incidents()).extracting(FlowIncident::node).containsExactly("p_k");
    }
}

package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhangfa.flow.FlowCommand.Then;

/** What sub-processes are read as, refused for, and keep of the past; how they go is in the catalogue. */
class ScopeTests {

    private static final String TWO = "start > A > &S > B > end; &S: start2 > +f; &S: +f > X > end2; &S: +f > Y > end3";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start > &S > end                                           | no-start",
                "start > &S > end; &S: start2 > A > end2; &S: start3 > A     | two-starts",
                "start > &S > end; &S: start2 > A; &S: B > end2              | unreachable",
                "start > A > &S > end; &S: start2 > A > end2                 | dangling",
                "start > ?m > &S > ?g; ?g > [x] ?m; ?g > [*] end; &S: start2 > end2 | endless",
                "start > &S > end; &S: start2 > ?g; &S: ?g > [x] A > +j; &S: ?g > [*] B > +j; &S: +j > end2 | dead-join"
            })
    void aBrokenSubProcessIsRefused(String sketch, String code) {
        assertThat(ReadingTests.faults(Sketch.xml(sketch)))
                .extracting(ModelFault::reasonCode)
                .contains(code);
    }

    @Test
    void aTransactionIsRefusedByName() {
        var xml = Sketch.xml(TWO).replace("subProcess", "transaction");
        assertThat(ReadingTests.faults(xml)).anySatisfy(fault -> {
            assertThat(fault.elementId()).isEqualTo("u_S");
            assertThat(fault.reasonCode()).isEqualTo("not-executed");
        });
    }

    @Test
    void stepsInsideStandWhereTheirTokenComesBy() {
        assertThat(Sketch.model(TWO).steps()).extracting(FlowStep::id).containsExactly("A", "X", "Y", "B");
    }

    @Test
    void whoStandsBehindASubProcessMayReturnToEachStepOfIt() {
        var play = Play.started(TWO).approve("A", "X", "Y");
        assertThat(play.model.returnTargets(play.state, play.task("B")))
                .containsExactly("Y", "X", "A", FlowModel.INITIATOR);
        assertThat(play.back("B", "b", FlowModel.PREVIOUS, Then.RERUN).open()).containsExactly("Y");
    }

    @Test
    void aReopenedCaseBeginsTheSubProcessOfItsStep() {
        var play = Play.started(TWO).approve("A", "X").cancel().reopen("A").approve("A", "X", "Y", "B");
        assertThat(play.status()).isEqualTo(FlowState.Status.COMPLETED);
        var inside = Play.started("start > &S > B > end; &S: start2 > X > Y > end2")
                .cancel()
                .reopen("Y");
        assertThat(inside.open()).containsExactly("Y");
        assertThat(inside.approve("Y").open()).containsExactly("B");
    }

    @Test
    void aTimerWithoutATimeStopsTheTokenInFrontOfTheSubProcess() {
        var play = Play.of("start > A > &S > B > end; !late:u_S:=deadline > C > end3; &S: start2 > X > end2")
                .start()
                .approve("A");
        assertThat(play.state.incidents()).extracting(FlowIncident::node).containsExactly("u_S");
        assertThat(play.with("deadline", "PT1H").retry().open()).containsExactly("X");
    }
}

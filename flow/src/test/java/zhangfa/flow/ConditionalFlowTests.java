package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

/** What reading says about conditions that never count, and about flows that may or may not meet. */
class ConditionalFlowTests {

    @Test
    void aConditionOfADefaultFlowIsWarnedOf() throws ModelRefused {
        var xml = Sketch.xml("start > ?g; ?g > [x] A > end; ?g > [*] end")
                .replace(
                        "targetRef=\"end\"></seq",
                        "targetRef=\"end\"><conditionExpression>y</conditionExpression></seq");
        var only = xml.replaceFirst(
                "targetRef=\"end\"><conditionExpression>y</conditionExpression>", "targetRef=\"end\">");
        assertThat(Bpmn.read(only).warnings())
                .extracting(ModelFault::elementId, ModelFault::reasonCode)
                .containsExactly(tuple("f4", "condition-ignored"));
    }

    @Test
    void conditionalFlowsOutOfAStepMayAllHold() {
        var model = Sketch.model("start > A; A > [x] B > +j; A > [y] C > +j; +j > end");
        assertThat(model.warnings()).extracting(ModelFault::reasonCode).containsExactly("may-stick");
        assertThat(Sketch.model("start > A; A > [x] B > +j; A > C > +j; A > [*] end2; +j > end")
                        .warnings())
                .extracting(ModelFault::reasonCode)
                .containsExactly("may-stick");
    }

    @Test
    void aDefaultFlowNeverMeetsTheConditionalOnes() {
        assertThat(ReadingTests.faults(Sketch.xml("start > A; A > [x] B > +j; A > [*] C > +j; +j > end")))
                .extracting(ModelFault::elementId, ModelFault::reasonCode)
                .containsExactly(tuple("p_j", "dead-join"));
    }
}

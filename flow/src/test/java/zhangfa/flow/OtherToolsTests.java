package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhangfa.flow.FlowStep.Assignment;

/**
 * Models in the manner of other tools: they go as the trace in their comment says, or are refused with every element that the comment
 * names.
 */
class OtherToolsTests {

    private static final Pattern REFUSED = Pattern.compile("<!-- refused\\n(.*?)-->", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda-modeler",
                "camunda-events",
                "operaton",
                "flowable-modeler",
                "activiti",
                "signavio",
                "bpmn-io",
                "order-of-the-file"
            })
    void whatIsUnderstoodGoesAsItsTraceSays(String name) throws ModelRefused {
        var model = CatalogueModel.other(name);
        var play = new CataloguePlay(model.read());
        for (var move : model.moves()) {
            play.go(move);
            assertThat(play.open()).as(move.said()).isEqualTo(move.open());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"camunda-service", "zeebe", "flowable-code", "signavio-drawn", "jbpm"})
    void whatIsNotUnderstoodIsRefusedByItsElement(String name) {
        var xml = Samples.text("others/" + name + ".bpmn");
        var said = REFUSED.matcher(xml);
        assertThat(said.find()).isTrue();
        assertThat(ReadingTests.faults(xml))
                .map(fault -> fault.elementId() + " " + fault.reasonCode())
                .containsExactlyInAnyOrderElementsOf(said.group(1).lines().toList());
    }

    @Test
    void peopleFormsAndTimesOfOtherToolsAreTakenOver() throws ModelRefused {
        var camunda = CatalogueModel.other("camunda-modeler").read();
        assertThat(camunda.step("Activity_1ask").assignment()).isEqualTo(new Assignment("initiator", Map.of()));
        var head = camunda.step("Activity_0head");
        assertThat(head.assignment()).isEqualTo(new Assignment("candidates", Map.of("groups", "heads, boss")));
        assertThat(head.form().key()).isEqualTo("decide");
        assertThat(head.limit()).isNotNull();
        var operaton = CatalogueModel.other("operaton").read();
        assertThat(operaton.step("review").assignment())
                .isEqualTo(new Assignment("field", Map.of("field", "approver")));
        assertThat(operaton.step("file").assignment().strategy()).isEqualTo("initiator");
        assertThat(CatalogueModel.other("activiti").read().step("second").limit())
                .isNotNull();
    }
}

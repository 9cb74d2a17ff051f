package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events that cannot be executed are refused by name; how those go that can is in the catalogue. */
class EventReadingTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<intermediateCatchEvent id=\"e\"><errorEventDefinition/></intermediateCatchEvent>      | not-executed",
                "<intermediateCatchEvent id=\"e\"/>                                                     | not-executed",
                "<intermediateThrowEvent id=\"e\"><timerEventDefinition/></intermediateThrowEvent>      | not-executed",
                "<intermediateThrowEvent id=\"e\"><linkEventDefinition name=\"x\"/></intermediateThrowEvent> | link",
                "<intermediateCatchEvent id=\"e\"><signalEventDefinition/></intermediateCatchEvent>     | no-signal",
                "<intermediateCatchEvent id=\"e\"><signalEventDefinition signalRef=\"x\"/></intermediateCatchEvent> | dangling",
                "<receiveTask id=\"e\"/>                                                                | no-message",
                "<eventBasedGateway id=\"e\"/>                                                          | race",
                "<intermediateCatchEvent id=\"e\"><conditionalEventDefinition><condition>(</condition></conditionalEventDefinition></intermediateCatchEvent> | condition",
            })
    void aBrokenEventIsRefused(String element, String code) {
        var xml = Sketch.xml("start > e > A > end").replaceAll("<userTask id=\"e\".*</userTask>", element);
        try {
            Bpmn.read(xml, ZoneOffset.UTC, Set.of(Outside.values()));
            assertThat(code).as("not refused").isEmpty();
        } catch (ModelRefused refused) {
            assertThat(refused.faults()).extracting(ModelFault::reasonCode).contains(code);
        }
    }

    @Test
    void whatTheRuntimeDoesNotCarryIsRefusedByName() {
        var model = CatalogueModel.of("message-and-signal/race-with-a-signal");
        assertThat(ReadingTests.faults(model.xml()))
                .extracting(ModelFault::elementId, ModelFault::reasonCode)
                .containsOnly(tuple("s", "not-carried"), tuple("x", "not-carried"));
    }

    @Test
    void aConditionThatGoesRoundAtOnceIsEndless() {
        var sketch = "start > ?m; ?m > e > ?l; ?l > [again] ?m; ?l > [*] A > end";
        var event =
                "<intermediateCatchEvent id=\"e\"><conditionalEventDefinition><condition>x</condition></conditionalEventDefinition></intermediateCatchEvent>";
        var xml = Sketch.xml(sketch).replaceAll("<userTask id=\"e\".*</userTask>", event);
        assertThat(ReadingTests.faults(xml)).extracting(ModelFault::reasonCode).contains("endless");
    }
}

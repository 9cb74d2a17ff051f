package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused or warned of in models that compensate, and what is kept of what may be compensated; how they go stands in the catalogue. */
class CompensationTests {

    private static final String SOUND = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
              <process id="model" isExecutable="true">
                <startEvent id="s"/>
                <userTask id="A"/>
                <boundaryEvent id="cA" attachedToRef="A"><compensateEventDefinition/></boundaryEvent>
                <userTask id="UA" isForCompensation="true"/>
                <intermediateThrowEvent id="t"><compensateEventDefinition activityRef="A"/></intermediateThrowEvent>
                <subProcess id="S">
                  <startEvent id="sS"/>
                  <userTask id="B"/>
                  <sequenceFlow id="fS" sourceRef="sS" targetRef="B"/>
                </subProcess>
                <endEvent id="e"/>
                <sequenceFlow id="f1" sourceRef="s" targetRef="A"/>
                <sequenceFlow id="f2" sourceRef="A" targetRef="S"/>
                <sequenceFlow id="f3" sourceRef="S" targetRef="t"/>
                <sequenceFlow id="f4" sourceRef="t" targetRef="e"/>
                <association id="a" sourceRef="cA" targetRef="UA"/>
              </process>
            </definitions>
            """;

    @Test
    void aHandlerLedToByAnAssociationIsPublishedWithoutAWord() throws ModelRefused {
        assertThat(Bpmn.read(SOUND).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sourceRef=\"cA\" targetRef=\"UA\" | sourceRef=\"cA\" targetRef=\"B\" | no-handler cA",
                "sourceRef=\"cA\" targetRef=\"UA\" | sourceRef=\"cA\" targetRef=\"S\" | no-handler cA",
                "sourceRef=\"t\" targetRef=\"e\" | sourceRef=\"UA\" targetRef=\"e\" | handler UA",
                "sourceRef=\"S\" targetRef=\"t\" | sourceRef=\"cA\" targetRef=\"t\" | handler cA",
                "attachedToRef=\"A\" | attachedToRef=\"UA\" | attached cA",
                "attachedToRef=\"A\" | attachedToRef=\"B\" | attached cA",
                "attachedToRef=\"A\" | attachedToRef=\"s\" | attached cA",
                "activityRef=\"A\" | activityRef=\"B\" | dangling t",
                "activityRef=\"A\" | activityRef=\"Z\" | dangling t",
                "activityRef=\"A\" | activityRef=\"s\" | dangling t",
                "<startEvent id=\"s\"/> | <startEvent id=\"s\"><compensateEventDefinition/></startEvent> | not-executed s",
                "<userTask id=\"B\"/> | <userTask id=\"B\" isForCompensation=\"true\"/> | no-handler B",
                "<endEvent id=\"e\"/> | <endEvent id=\"e\"/><boundaryEvent id=\"late\" attachedToRef=\"UA\"><timerEventDefinition>"
                        + "<timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent> | handler UA",
                "<endEvent id=\"e\"/> | <endEvent id=\"e\"/><boundaryEvent id=\"two\" attachedToRef=\"A\">"
                        + "<compensateEventDefinition/></boundaryEvent><association id=\"b\" sourceRef=\"two\" targetRef=\"UA\"/>"
                        + " | two-handlers two"
            })
    void whatIsWrongIsRefusedByItsElement(String old, String next, String fault) {
        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> Bpmn.read(SOUND.replace(old, next)))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(found -> found.reasonCode() + " " + found.elementId())
                        .contains(fault));
    }

    @Test
    void throwingWhereNothingHasAHandlerIsWarnedOf() throws ModelRefused {
        assertThat(Bpmn.read(SOUND.replace("activityRef=\"A\"", "activityRef=\"S\""))
                        .warnings())
                .extracting(found -> found.reasonCode() + " " + found.elementId())
                .containsExactly("nothing-to-compensate t");
    }

    @Test
    void handlersAreAmongTheStepsAfterTheOthers() throws ModelRefused {
        assertThat(Bpmn.read(SOUND).steps()).extracting(FlowStep::id).containsExactly("A", "B", "UA");
    }

    @Test
    void nobodyIsMovedIntoAHandlerByHand() {
        var play = CataloguePlay.of("compensation/handler-of-a-task");
        play.refused(new FlowCommand.Reopen(Play.ID, Play.NOON, "owner", "UA"));
    }

    @Test
    void whatWasDoneWaitsToBeCompensatedOnce() {
        var play = CataloguePlay.of("compensation/one-of-two");
        assertThat(play.state.compensable()).extracting(Compensable::node).containsExactly("B");
    }
}

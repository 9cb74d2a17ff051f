package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States and events as JSON: compact, versioned, strict. The round trip is a law checked in every play. */
class FlowJsonTests {

    @Test
    void whatIsEmptyIsLeftOut() {
        assertThat(FlowJson.write(Play.started("start > A > end").state))
                .isEqualTo(
                        "{\"v\":1,\"status\":\"RUNNING\",\"initiator\":\"ann\",\"last\":2,"
                                + "\"visits\":[{\"number\":1,\"step\":\"A\",\"phase\":\"OPEN\"}],"
                                + "\"openTasks\":[{\"number\":2,\"activity\":1,\"step\":\"A\",\"assignee\":\"a\",\"head\":\"a\"}]}");
        assertThat(FlowJson.write(FlowState.EMPTY)).isEqualTo("{\"v\":1,\"status\":\"NEW\"}");
        assertThat(FlowJson.readState("{\"v\":1,\"status\":\"NEW\"}")).isEqualTo(FlowState.EMPTY);
    }

    @Test
    void anEventCarriesItsKind() {
        var event = new FlowEvent.TaskClaimed(4, "bob");
        assertThat(FlowJson.write(event)).isEqualTo("{\"v\":1,\"event\":\"task-claimed\",\"task\":4,\"by\":\"bob\"}");
        assertThat(FlowJson.kind(event)).isEqualTo("task-claimed");
    }

    @Test
    void everyEventHasAKindOfItsOwn() {
        assertThat(FlowJson.kinds())
                .hasSameSizeAs(FlowEvent.class.getPermittedSubclasses())
                .doesNotHaveDuplicates();
    }

    @Test
    void noAndNullAreTwoVerdicts() {
        var choice = new FlowEvent.ChoiceMade("g", List.of(), List.of(new Verdict("f", false), new Verdict("g", null)));
        assertThat(FlowJson.write(choice)).contains("{\"flow\":\"f\",\"result\":false},{\"flow\":\"g\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"status\":\"NEW\"}",
                "{\"v\":2,\"status\":\"NEW\"}",
                "{\"v\":1,\"status\":\"BORED\"}",
                "{\"v\":1,\"status\":\"NEW\",\"more\":1}"
            })
    void whatIsNoStateOfAKnownVersionIsRefused(String json) {
        assertThatThrownBy(() -> FlowJson.readState(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"v\":1,\"event\":\"unheard-of\"}", "{\"v\":1}", "{\"event\":\"case-started\"}"})
    void whatIsNoEventOfAKnownVersionIsRefused(String json) {
        assertThatThrownBy(() -> FlowJson.readEvent(json)).isInstanceOf(IllegalArgumentException.class);
    }
}

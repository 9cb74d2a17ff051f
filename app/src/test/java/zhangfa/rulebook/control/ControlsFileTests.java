package zhangfa.rulebook.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import zhangfa.rulebook.source.SourceFault;

class ControlsFileTests {

    private static final String CONTROLS = """
            controls:
              - key: paid-twice
                title: {zh-CN: 重复支付, zh-TW: 重複付款, en: Paid twice}
                severity: critical
                cadence: hourly
                owner: position:finance-head
                query: select 1
            """;

    @Test
    void aControlIsOneQuestionWithItsCadence() {
        var control = ControlsFile.read("controls.yaml", CONTROLS, "claims").getFirst();
        assertThat(control.cadence()).isEqualTo(Control.Cadence.HOURLY);
        assertThat(control.practice()).isEqualTo("claims");
    }

    @Test
    void aControlOnlyAsks() {
        refused("select 1", "delete from fact.case", "a query is one select");
        refused("select 1", "select 1; select 2", "a query is one select");
    }

    @Test
    void anUnknownCadenceIsNamed() {
        refused("hourly", "often", "controls.yaml:5: \"often\" is not one of [hourly, daily, weekly]");
    }

    private static void refused(String present, String instead, String why) {
        assertThatThrownBy(() -> ControlsFile.read("controls.yaml", CONTROLS.replace(present, instead), "claims"))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(why);
    }
}

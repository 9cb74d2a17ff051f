package zhangfa.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTests {

    @Test
    void aPointerIntoALineNamesTheLinesField() {
        assertThat(faults("/lines/1/amount", "太大").on("lines[1].amount")).isEqualTo("太大");
    }

    @Test
    void aPointerIntoTheFormOfACaseNamesTheFieldOnThePage() {
        assertThat(faults("/form/vouchers", "缺少票据").on("vouchers")).isEqualTo("缺少票据");
    }

    @Test
    void aFieldWithoutAFaultHasNothingToSay() {
        assertThat(faults("/title", "缺少事由").on("lines")).isNull();
    }

    private static Faults faults(String pointer, String detail) {
        return new Faults(List.of(new Fault(Faults.field(pointer), detail)));
    }
}

package zhangfa.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-1", "@SUM(A1)", "\tx", "  =cmd|' /C calc'!A0", "＝1"})
    void nothingBecomesAFormula(String typed) {
        assertThat(Csv.row(typed).replace("\"", "")).startsWith("'");
    }

    @Test
    void cellsWithCommasQuotesAndLinesStayCells() {
        assertThat(Csv.row("a,b", "say \"hi\"", "one\ntwo", "plain"))
                .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"one\ntwo\",plain\r\n");
    }
}

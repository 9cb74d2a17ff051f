package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What conditions say, in FEEL and as other tools write them. */
class ConditionTests {

    private static final Map<String, Object> DATA = data();

    private static Map<String, Object> data() {
        var data = new HashMap<String, Object>();
        data.put("amount", new BigDecimal("1000.50"));
        data.put("count", 3);
        data.put("urgent", true);
        data.put("kind", "travel");
        data.put("due", "2026-12-01");
        data.put("day", LocalDate.of(2026, 11, 22));
        data.put("nothing", null);
        data.put("unit", Map.of("name", "sales", "size", 7));
        data.put("lines", List.of(Map.of("amount", 3), Map.of("amount", new BigDecimal("4.5"))));
        return data;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '~',
            value = {
                "amount > 1000                                    § true",
                "= amount > 1000                                  § true",
                "=amount>1000.5                                   § false",
                "sum(lines.amount) = 7.5                          § true",
                "some line in lines satisfies line.amount > 4     § true",
                "kind = \"travel\" and urgent                     § true",
                "not(urgent)                                      § false",
                "unit.name in (\"sales\", \"service\")            § true",
                "date(due) > date(\"2026-11-30\")                 § true",
                "day < date(due)                                  § true",
                "list contains([\"a\", \"travel\"], kind)         § true",
                "nothing                                          § null",
                "missing > 3                                      § null",
                "kind > 3                                         § null",
                "${amount > 1000}                                 § true",
                "#{amount <= 1000}                                § false",
                "${kind == 'travel'}                              § true",
                "${kind != \"travel\"}                            § false",
                "${amount gt 1000 and urgent}                     § true",
                "${amount lt 1000 || !urgent}                     § false",
                "${urgent}                                        § true",
                "${not urgent}                                    § false",
                "${(count + 1) * 2 ge 8 && unit.size == 7}        § true",
                "${count > -5 and count - 1 == 2}                 § true",
                "${nothing == null}                               § true",
                "${urgent == true}                                § true"
            })
    void saysYesNoOrNull(String expression, String answer) {
        var said = Condition.compile(expression, ZoneOffset.UTC).test(DATA, Play.NOON);
        assertThat(said.failure()).isNull();
        assertThat(String.valueOf(said.value())).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "count + 1", "lines", "nonsense(3)", "assert(nothing, nothing != null)", "day"})
    void whatIsNeitherFails(String expression) {
        assertThat(Condition.compile(expression, ZoneOffset.UTC)
                        .test(DATA, Play.NOON)
                        .failure())
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "=",
                "amount >",
                "random number() > 0.5",
                "if urgent then random number() > 0.5 else true",
                "function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(double)\"}}",
                "${}",
                "${amount >}",
                "${bean.check(amount)}",
                "${check(amount)}",
                "${''.getClass()}",
                "${empty lines}",
                "${lines[0]}",
                "${a ? b : c}",
                "${!(urgent)}",
                "${!5}",
                "${!}",
                "${! and urgent}",
                "${amount > 1} and ${count > 2}",
                "${a = 1}"
            })
    void whatCannotBeUnderstoodIsRefusedWhenRead(String expression) {
        assertThatThrownBy(() -> Condition.compile(expression, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nowIsTheInstantOfTheCommandInTheZoneOfTheModel() {
        var evening = Instant.parse("2026-11-22T18:00:00Z");
        var today = "today() = date(\"2026-11-23\")";
        assertThat(Condition.compile(today, ZoneId.of("Asia/Shanghai"))
                        .test(Map.of(), evening)
                        .value())
                .isTrue();
        assertThat(Condition.compile(today, ZoneOffset.UTC)
                        .test(Map.of(), evening)
                        .value())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file.delete()", "file.absolute", "lines[1].file.parent", "urgent"})
    void javaObjectsAreNotTouched(String expression) {
        Map<String, Object> data = Map.of(
                "urgent",
                true,
                "file",
                Path.of("x").toFile(),
                "lines",
                List.of(Map.of("file", Path.of("x").toFile())));
        assertThatThrownBy(() -> Condition.compile(expression, ZoneOffset.UTC).test(data, Play.NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.io.File");
    }

    @Test
    void whatIsNestedOrLongBeyondReasonIsRefused() {
        var deep = "(".repeat(4_900) + "urgent" + ")".repeat(4_900);
        assertThatThrownBy(() -> Condition.compile(deep, ZoneOffset.UTC)).isInstanceOf(IllegalArgumentException.class);
        var wide = "urgent or ".repeat(2_000) + "urgent";
        assertThatThrownBy(() -> Condition.compile(wide, ZoneOffset.UTC)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textWithQuotesStaysText() {
        assertThat(Juel.toFeel("${kind == 'say \"hi\"'}")).isEqualTo("kind=\"say \\\"hi\\\"\"");
    }
}

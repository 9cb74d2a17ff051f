package zhangfa.work.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhangfa.api.Refusal;
import zhangfa.work.sheet.FieldForm.Line;
import zhangfa.work.sheet.FieldLine.Kind;

/** Fields as people type them, as a list, and as a schema: three ways to say the same. */
class FieldFormTests {

    private static Line line(String name, Kind kind, String options) {
        return new Line("", name, kind.word(), true, options, "", false);
    }

    private static List<FieldLine> read(Line... lines) {
        return new FieldForm(Arrays.asList(lines)).read();
    }

    /** Typed, written as a schema, read and shown to be typed again. */
    private static FieldForm again(List<FieldLine> lines) {
        var list = FieldList.of(FieldList.schema(lines));
        assertThat(list.exact()).isTrue();
        return FieldForm.of(list.lines());
    }

    @Test
    void everyKindComesBackAsItWasTyped() {
        var typed = new ArrayList<Line>();
        for (var kind : Kind.values()) {
            if (kind != Kind.TABLE) {
                typed.add(
                        line(kind.word(), kind, kind.isChosen() ? "甲/一、甲/二、乙" : kind == Kind.COMPUTED ? "1 + 1" : ""));
            }
        }
        var lines = new FieldForm(typed).read();
        assertThat(again(lines).read()).isEqualTo(lines);
        assertThat(lines.stream().map(FieldLine::kind)).hasSize(Kind.values().length - 1);
    }

    @Test
    void aFormulaIsTypedWithNamesAndKeptWithKeys() {
        var lines = read(
                line("采购明细", Kind.TABLE, ""),
                new Line("", "数量", "number", true, "", "", true),
                new Line("", "单价", "money", true, "", "", true),
                new Line("", "金额", "computed", false, "数量 * 单价", "", true),
                line("总计", Kind.COMPUTED, "sum(采购明细.金额) * 1.06"));
        var table = lines.getFirst();
        var columns = table.columns().stream().map(FieldLine::key).toList();
        assertThat(table.columns().get(2).options()).containsExactly(columns.get(0) + " * " + columns.get(1));
        assertThat(lines.get(1).options()).containsExactly("sum(" + table.key() + "." + columns.get(2) + ") * 1.06");
        var shown = again(lines).lines();
        assertThat(shown.get(3).options()).isEqualTo("数量 * 单价");
        assertThat(shown.get(4).options()).isEqualTo("sum(采购明细.金额) * 1.06");
        assertThat(again(lines).read()).isEqualTo(lines);
    }

    @Test
    void aFieldMayDependOnAChoice() {
        var lines = read(line("用途", Kind.CHOICE, "差旅、采购、其他"), new Line("", "目的地", "area", true, "", "用途＝差旅、采购", false));
        assertThat(lines.get(1).when())
                .isEqualTo(new FieldLine.When(lines.get(0).key(), List.of("差旅", "采购")));
        assertThat(again(lines).lines().get(1).when()).isEqualTo("用途＝差旅、采购");
        assertThat(again(lines).read()).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"用途", "用途＝旅游", "目的地＝差旅", "别的＝差旅"})
    void aConditionAboutNothingIsNamedByItsLine(String when) {
        refused("/fields/1/when", line("用途", Kind.CHOICE, "差旅"), new Line("", "目的地", "area", true, "", when, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 +", "sum(", "random number()"})
    void aFormulaThatIsNoneIsNamedByItsLine(String formula) {
        refused("/fields/1/options", line("数量", Kind.NUMBER, ""), line("总计", Kind.COMPUTED, formula));
    }

    @Test
    void aListOfNothingIsNamedByItsLine() {
        refused("/fields/0/options", line("爱好", Kind.CHOICES, ""));
    }

    private static void refused(String pointer, Line... lines) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(lines))
                .satisfies(refusal -> assertThat(refusal.faults())
                        .extracting(Refusal.Fault::pointer)
                        .containsExactly(pointer));
    }
}

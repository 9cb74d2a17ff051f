package zhangfa.rulebook.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhangfa.register.FieldKind;
import zhangfa.register.State;
import zhangfa.rulebook.source.SourceFault;

class RegistersFileTests {

    private static final String FILE = """
            registers:
              - key: loan
                name: 借阅台账
                prefix: JY-
                writers: [administration-head]
                fields:
                  - key: title
                    name: 文件
                    kind: text
                    required: true
                  - key: level
                    name: 密级
                    kind: choice
                    options: [内部, 秘密]
                  - key: renews
                    name: 续借自
                    kind: link
                    target: loan
                states:
                  - key: out
                    name: 借出
                    category: running
                  - key: back
                    name: 已还
                    category: done
            """;

    @Test
    void aRegisterHasFieldsStatesAndRights() {
        var register = RegistersFile.read("registers.yaml", FILE).getFirst();
        assertThat(register.fields())
                .extracting(field -> field.kind())
                .containsExactly(FieldKind.TEXT, FieldKind.CHOICE, FieldKind.LINK);
        assertThat(register.fields().getFirst().required()).isTrue();
        assertThat(register.states())
                .extracting(State::category)
                .containsExactly(State.Category.RUNNING, State.Category.DONE);
        assertThat(register.writers()).containsExactly("administration-head");
        assertThat(register.readers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: text|kind: date time|registers.yaml:9: \"date time\" is not one of",
                "options: [内部, 秘密]|required: true|registers.yaml:11: \"options\" belong to a choice",
                "target: loan|required: true|registers.yaml:15: \"target\" belongs to a link",
                "key: title|key: record_title|registers.yaml:7: \"record_title\" is no key",
                "key: title|key: title; drop|registers.yaml:7: \"title; drop\" is no key",
                "key: level|key: title|registers.yaml:11: the key title stands here twice",
                "category: done|category: lost|registers.yaml:25: \"lost\" is not one of",
                "prefix: JY-|prefx: JY-|registers.yaml:4: unknown key \"prefx\"",
                "name: 文件|nam: 文件|registers.yaml:8: unknown key \"nam\""
            })
    void whatIsBrokenIsRefusedByFileLineAndField(String present, String instead, String expected) {
        assertThatThrownBy(() -> RegistersFile.read("registers.yaml", FILE.replace(present, instead)))
                .isInstanceOf(SourceFault.class)
                .hasMessageStartingWith(expected);
    }
}

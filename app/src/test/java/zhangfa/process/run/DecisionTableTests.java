package zhangfa.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.process.CaseControl;

/** Business-rule tasks: they decide by the tables that their version was handed in with. */
@SpringBootTest
class DecisionTableTests {

    private static final String MODEL = Office.model("""
            <bpmn:process id="%s" name="付款审批" isExecutable="true" zhangfa:owner="person:financehead">
              <bpmn:startEvent id="start"/>
              <bpmn:businessRuleTask id="rank" name="定审批级别" zhangfa:decision="level" zhangfa:result="level"/>
              <bpmn:exclusiveGateway id="by" default="by-head"/>
              <bpmn:userTask id="head" name="部门负责人"/>
              <bpmn:userTask id="board" name="董事会"/>
              <bpmn:endEvent id="end"/>
              <bpmn:sequenceFlow id="by-board" sourceRef="by" targetRef="board">
                <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">= level = "board"</bpmn:conditionExpression>
              </bpmn:sequenceFlow>
            """ + Office.flows("start", "rank", "by", "head", "end")
            + Office.flows("board", "end") + "</bpmn:process>");

    private static final String TABLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="levels" name="Levels" namespace="test">
              <decision id="level" name="审批级别">
                <decisionTable id="table" hitPolicy="UNIQUE">
                  <input id="i" label="金额"><inputExpression id="ie" typeRef="number"><text>amount</text></inputExpression></input>
                  <output id="o" label="级别" name="level" typeRef="string"/>
                  <rule id="low"><inputEntry id="low-i"><text>&lt; %1$d</text></inputEntry><outputEntry id="low-o"><text>"head"</text></outputEntry></rule>
                  <rule id="high"><inputEntry id="high-i"><text>&gt;= %1$d</text></inputEntry><outputEntry id="high-o"><text>"board"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private final String process = "decision-" + Keys.next();

    @Autowired
    private Office office;

    @Autowired
    private CaseControl control;

    @Test
    void theTableDecidesAndTheCaseKeepsWhatItSaid() {
        office.publish(MODEL.formatted(process), TABLE.formatted(5000));
        var small = office.start(process, Map.of("amount", 4999));
        var large = office.start(process, Map.of("amount", 5000));
        assertThat(office.steps(small)).containsExactly("head");
        assertThat(office.steps(large)).containsExactly("board");
        assertThat(office.file(large).facts()).containsEntry("level", "board");
        assertThat(office.isProven(large)).isTrue();
    }

    @Test
    void anotherTableIsAnotherVersionAndTheSameOneIsNot() {
        office.publish(MODEL.formatted(process), TABLE.formatted(5000));
        office.publish(MODEL.formatted(process), TABLE.formatted(5000));
        assertThat(office.file(office.start(process, Map.of("amount", 10))).version())
                .isEqualTo(1);
        office.publish(MODEL.formatted(process), TABLE.formatted(10));
        var next = office.start(process, Map.of("amount", 10));
        assertThat(office.file(next).version()).isEqualTo(2);
        assertThat(office.steps(next)).containsExactly("board");
    }

    @Test
    void aTableThatIsMissingBrokenOrThereTwiceIsRefusedByName() {
        assertRefused("rank");
        assertRefused("low-i", TABLE.formatted(1).replace("&lt; 1", "&lt; &lt;"));
        assertRefused("level", TABLE.formatted(1), TABLE.formatted(2));
    }

    private void assertRefused(String element, String... tables) {
        assertThatThrownBy(() -> office.publish(MODEL.formatted(process), tables))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting("pointer")
                                .containsExactly(element));
    }

    @Test
    void whereNoRuleFitsAPersonCorrectsAndTriesAgain() {
        office.publish(MODEL.formatted(process), TABLE.formatted(5000));
        var id = office.start(process, Map.of("amount", "viel"));
        assertThat(office.incidents(id)).singleElement().asString().contains("level");
        var incident = office.row(id).state().incidents().getFirst().number();
        control.retry(office.who("financehead"), id, incident, Map.of("amount", 7000), "金额写错", null);
        assertThat(office.steps(id)).containsExactly("board");
    }
}

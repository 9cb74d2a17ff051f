package zhangfa.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import zhangfa.api.Refusal;
import zhangfa.api.Window;
import zhangfa.journal.Journal;
import zhangfa.process.Cases.Deed;
import zhangfa.process.Cases.Wish;
import zhangfa.process.Reading.Box;
import zhangfa.process.run.Office;

/** Cases on the real database: who is asked, what is written, what is refused. */
@SpringBootTest
class CasesTests {

    private static final String TWO_STEPS = Office.model("""
            <bpmn:process id="%s" name="两级审批" isExecutable="true" zhangfa:last-resort="person:financehead">
              <bpmn:startEvent id="start"/>
              <bpmn:userTask id="head" name="部门负责人" zhangfa:kind="approval">
                <bpmn:extensionElements><zhangfa:assignment strategy="unit-head"/></bpmn:extensionElements>
              </bpmn:userTask>
              <bpmn:userTask id="money" name="财务" zhangfa:kind="approval">
                <bpmn:extensionElements><zhangfa:assignment strategy="position" position="accountant"/></bpmn:extensionElements>
              </bpmn:userTask>
              <bpmn:endEvent id="end"/>
              <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="head"/>
              <bpmn:sequenceFlow id="b" sourceRef="head" targetRef="money"/>
              <bpmn:sequenceFlow id="c" sourceRef="money" targetRef="end"/>
            </bpmn:process>
            """);

    @Autowired
    private Office office;

    @Autowired
    private Cases cases;

    @Autowired
    private Reading reading;

    @Autowired
    private Journal journal;

    @Test
    void aCaseGoesFromStepToStepAndEnds() {
        var id = start("staff1");
        office.act("head1", id, "approve");
        office.act("finance2", id, "approve");

        var file = reading.caseFile(office.who("staff1"), id);
        assertThat(file.status()).isEqualTo("completed");
        assertThat(file.openTasks()).isEmpty();
        assertThat(office.kinds(id))
                .containsExactly(
                        "case_started", "task_opened", "task_closed", "task_opened", "task_closed", "case_ended");
    }

    @Test
    void theInboxHoldsWhatOneMayActOn() {
        var id = start("staff1");
        assertThat(boxed("head1", Box.TODO)).contains(id);
        assertThat(boxed("finance1", Box.TODO)).doesNotContain(id);
        office.act("head1", id, "approve");
        assertThat(boxed("head1", Box.TODO)).doesNotContain(id);
        assertThat(boxed("head1", Box.DONE)).contains(id);
        assertThat(boxed("finance1", Box.TODO)).contains(id);
        assertThat(boxed("finance2", Box.TODO)).contains(id);
        office.act("finance1", id, "claim");
        assertThat(boxed("finance2", Box.TODO)).doesNotContain(id);
        office.act("finance1", id, "release");
        assertThat(boxed("finance2", Box.TODO)).contains(id);
    }

    @Test
    void nobodyDecidesOnTheirOwnCase() {
        assertThat(office.seats(start("head1"))).containsExactly("manager");
        assertThat(office.seats(start("manager"))).containsExactly("ceo");
        assertThat(office.seats(start("ceo"))).containsExactly("financehead");
        var id = start("finance1");
        office.act("financehead", id, "approve");
        assertThat(office.seats(id)).containsExactly("finance2");
    }

    @Test
    void whoHasNoPartDoesNotSeeTheCase() {
        var id = start("staff1");
        assertThatThrownBy(() -> reading.caseFile(office.who("market1"), id))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_THERE));
        assertThat(reading.caseFile(office.who("manager"), id).id()).isEqualTo(id);
        assertThat(reading.caseFile(office.who("inspector1"), id).id()).isEqualTo(id);
        assertThatThrownBy(() -> reading.caseFile(office.who("root"), id)).isInstanceOf(Refusal.class);
    }

    @Test
    void aDecidedTaskCannotBeDecidedAgain() {
        var id = start("staff1");
        var task = reading.caseFile(office.who("staff1"), id)
                .openTasks()
                .getFirst()
                .id();
        office.act("head1", id, "approve");
        assertThatThrownBy(() -> cases.act(office.who("head1"), task, deed("approve")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @Test
    void theSameCommandIsDoneOnce() {
        var command = UUID.randomUUID();
        var wish = new Wish(published(), Map.of("title", "同一份"), null, command);
        assertThat(cases.start(office.who("staff1"), wish)).isEqualTo(cases.start(office.who("staff1"), wish));
    }

    @Test
    void aReturnedCaseComesBackToItsInitiatorAndGoesOnAgain() {
        var id = start("staff1");
        office.act("head1", id, "return");
        assertThat(office.seats(id)).containsExactly("staff1");
        office.act("staff1", id, "complete");
        assertThat(office.seats(id)).containsExactly("head1");
    }

    @Test
    void aLevelThatIsNoNumberLeavesTheCaseToItsOwner() {
        var model = TWO_STEPS
                .formatted("cases-tests-level")
                .replace("strategy=\"unit-head\"", "strategy=\"unit-head\" level=\"abc\"");
        var id = office.start(office.publish(model), Map.of("title", "无此级别"));
        var file = reading.caseFile(office.who("staff1"), id);
        assertThat(file.isRunning()).isTrue();
        assertThat(file.openTasks()).isEmpty();
    }

    private UUID start(String who) {
        return office.start(who, published(), Map.of("title", "办公用品"));
    }

    private String published() {
        return office.publish(TWO_STEPS.formatted("cases-tests"));
    }

    private static Deed deed(String action) {
        return Deed.of(action, null);
    }

    private List<UUID> boxed(String who, Box box) {
        return reading.box(office.who(who), box, new Window(200, null)).items().stream()
                .map(item -> item.of().id())
                .toList();
    }
}

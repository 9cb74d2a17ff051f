package zhangfa.process.run;

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
import zhangfa.process.CaseControl;
import zhangfa.process.Cases;
import zhangfa.process.Cases.Deed;
import zhangfa.process.Reading;
import zhangfa.process.TaskItem;

/** Signers added and taken out, tasks lent, cases moved by their owner: what inboxes, cases and journals then say. */
@SpringBootTest
class SigningTests {

    private static final String MODEL = Office.model("""
            <bpmn:process id="signing-tests" name="加签" isExecutable="true" zhangfa:owner="person:financehead">
              <bpmn:startEvent id="start"/>
              <bpmn:userTask id="head" name="部门负责人" zhangfa:kind="approval">
                <bpmn:extensionElements><zhangfa:assignment strategy="unit-head"/></bpmn:extensionElements>
              </bpmn:userTask>
              <bpmn:userTask id="money" name="财务" zhangfa:kind="approval">
                <bpmn:extensionElements><zhangfa:assignment strategy="person" person="finance1"/></bpmn:extensionElements>
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
    private CaseControl control;

    @Autowired
    private Reading reading;

    @Test
    void whoAddsASignerBeforeWaitsForThem() {
        var id = start();
        act("head1", id, "add_sign", List.of("manager"), "before");
        assertThat(office.seats(id)).containsExactly("manager");
        assertThat(inbox("head1")).doesNotContain(id);
        assertThat(inbox("manager")).contains(id);
        act("manager", id, "approve");
        assertThat(office.seats(id)).containsExactly("head1");
        assertThat(inbox("head1")).contains(id);
        act("head1", id, "approve");
        assertThat(office.seats(id)).containsExactly("finance1");
        assertThat(office.kinds(id)).contains("signer_added");
    }

    @Test
    void aSignerAddedAfterIsAskedWhenTheFirstHasAgreed() {
        var id = start();
        act("head1", id, "add_sign", List.of("manager"), "after");
        assertThat(office.seats(id)).containsExactly("head1");
        act("head1", id, "approve");
        assertThat(office.seats(id)).containsExactly("manager");
    }

    @Test
    void aSignerTakenOutIsAskedNoMore() {
        var id = start();
        act("head1", id, "add_sign", List.of("manager", "ceo"), "parallel");
        assertThat(office.seats(id)).containsExactlyInAnyOrder("head1", "manager", "ceo");
        act("head1", id, "remove_sign", List.of("ceo"), null);
        assertThat(office.seats(id)).containsExactlyInAnyOrder("head1", "manager");
        assertThat(inbox("ceo")).doesNotContain(id);
    }

    @Test
    void aLentTaskComesBack() {
        var id = start();
        cases.act(
                office.who("head1"),
                task("head1", id).id(),
                new Deed("delegate", Map.of(), null, "manager", List.of(), null, null, null));
        assertThat(office.seats(id)).containsExactly("manager");
        assertThat(task("manager", id).actions()).contains("resolve").doesNotContain("approve");
        act("manager", id, "resolve");
        assertThat(office.seats(id)).containsExactly("head1");
        assertThat(office.kinds(id)).contains("task_delegated", "task_resolved");
    }

    @Test
    void nobodyBringsTheInitiatorIntoTheirOwnApproval() {
        var id = start();
        assertThatThrownBy(() -> act("head1", id, "add_sign", List.of("staff1"), "parallel"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting("pointer")
                                .containsExactly("/who"));
        assertThatThrownBy(() -> act("head1", id, "add_sign", List.of("manager"), null))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> act("head1", id, "add_sign", List.of(), "before"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void onlyTheOwnerMovesACaseOrWakesItUp() {
        var id = start();
        var jump = new Deed("jump", Map.of(), null, "money", List.of(), null, null, null);
        var open = task("head1", id).id();
        assertThatThrownBy(() -> cases.act(office.who("head1"), open, jump)).isInstanceOf(Refusal.class);
        assertThat(task("financehead", id).actions()).contains("jump");
        cases.act(office.who("financehead"), open, jump);
        assertThat(office.seats(id)).containsExactly("finance1");
        act("finance1", id, "reject");
        assertThat(office.file(id).status()).isEqualTo("rejected");
        assertThatThrownBy(() -> control.reopen(office.who("head1"), id, "head", null, null))
                .isInstanceOf(Refusal.class);
        control.reopen(office.who("financehead"), id, "head", "误驳", null);
        assertThat(office.seats(id)).containsExactly("head1");
        assertThat(office.file(id).endedAt()).isNull();
        assertThat(office.kinds(id)).contains("case_jumped", "case_reopened");
        assertThat(office.isProven(id)).isTrue();
    }

    private UUID start() {
        return office.start(office.publish(MODEL), Map.of("title", "加签"));
    }

    private TaskItem task(String who, UUID id) {
        var open = reading.caseFile(office.who(who), id).openTasks();
        return open.stream()
                .filter(task -> task.seats().contains(office.who(who).id()))
                .findFirst()
                .orElseGet(open::getFirst);
    }

    private void act(String who, UUID id, String action) {
        cases.act(office.who(who), task(who, id).id(), Deed.of(action, null));
    }

    private void act(String who, UUID id, String action, List<String> people, String how) {
        cases.act(office.who(who), task(who, id).id(), new Deed(action, Map.of(), null, null, people, how, null, null));
    }

    private List<UUID> inbox(String who) {
        return reading.box(office.who(who), Reading.Box.TODO, new Window(200, null)).items().stream()
                .map(item -> item.of().id())
                .toList();
    }
}

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
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.journal.Journal;
import zhangfa.process.Cases.Deed;
import zhangfa.process.Cases.Wish;
import zhangfa.process.Reading.Box;

/** Cases on the real database: who is asked, what is written, what is refused. */
@SpringBootTest
class CasesTests {

    private static final String TWO_STEPS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
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
            </bpmn:definitions>
            """;

    @Autowired
    private Processes processes;

    @Autowired
    private Cases cases;

    @Autowired
    private Reading reading;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Journal journal;

    @Test
    void aCaseGoesFromStepToStepAndEnds() {
        var id = start("staff1");
        act("head1", id, "approve");
        act("finance2", id, "approve");

        var file = reading.caseFile(who("staff1"), id);
        assertThat(file.status()).isEqualTo("completed");
        assertThat(file.openTasks()).isEmpty();
        assertThat(journal.of(id, 0, 100))
                .extracting("kind")
                .containsExactly(
                        "case_started", "task_opened", "task_closed", "task_opened", "task_closed", "case_ended");
    }

    @Test
    void theInboxHoldsWhatOneMayActOn() {
        var id = start("staff1");
        assertThat(boxed("head1", Box.TODO)).contains(id);
        assertThat(boxed("finance1", Box.TODO)).doesNotContain(id);
        act("head1", id, "approve");
        assertThat(boxed("head1", Box.TODO)).doesNotContain(id);
        assertThat(boxed("head1", Box.DONE)).contains(id);
        assertThat(boxed("finance1", Box.TODO)).contains(id);
        assertThat(boxed("finance2", Box.TODO)).contains(id);
        act("finance1", id, "claim");
        assertThat(boxed("finance2", Box.TODO)).doesNotContain(id);
        act("finance1", id, "release");
        assertThat(boxed("finance2", Box.TODO)).contains(id);
    }

    @Test
    void nobodyDecidesOnTheirOwnCase() {
        assertThat(seats(start("head1"))).containsExactly("manager");
        assertThat(seats(start("manager"))).containsExactly("ceo");
        assertThat(seats(start("ceo"))).containsExactly("financehead");
        var id = start("finance1");
        act("financehead", id, "approve");
        assertThat(seats(id)).containsExactly("finance2");
    }

    @Test
    void whoHasNoPartDoesNotSeeTheCase() {
        var id = start("staff1");
        assertThatThrownBy(() -> reading.caseFile(who("market1"), id))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_THERE));
        assertThat(reading.caseFile(who("manager"), id).id()).isEqualTo(id);
        assertThat(reading.caseFile(who("inspector1"), id).id()).isEqualTo(id);
        assertThatThrownBy(() -> reading.caseFile(who("root"), id)).isInstanceOf(Refusal.class);
    }

    @Test
    void aDecidedTaskCannotBeDecidedAgain() {
        var id = start("staff1");
        var task = reading.caseFile(who("staff1"), id).openTasks().getFirst().id();
        act("head1", id, "approve");
        assertThatThrownBy(() -> cases.act(who("head1"), task, deed("approve")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @Test
    void theSameCommandIsDoneOnce() {
        var command = UUID.randomUUID();
        var wish = new Wish(published(), Map.of("title", "同一份"), null, command);
        assertThat(cases.start(who("staff1"), wish)).isEqualTo(cases.start(who("staff1"), wish));
    }

    @Test
    void aReturnedCaseComesBackToItsInitiatorAndGoesOnAgain() {
        var id = start("staff1");
        act("head1", id, "return");
        assertThat(seats(id)).containsExactly("staff1");
        act("staff1", id, "complete");
        assertThat(seats(id)).containsExactly("head1");
    }

    @Test
    void aLevelThatIsNoNumberLeavesTheCaseToItsOwner() {
        var model = TWO_STEPS
                .formatted("cases-tests-level")
                .replace("strategy=\"unit-head\"", "strategy=\"unit-head\" level=\"abc\"");
        var key = processes
                .handIn(new Processes.Draft(model, null, null, List.of()), true, null)
                .key();
        var id = cases.start(who("staff1"), new Wish(key, Map.of("title", "无此级别"), null, null));
        var file = reading.caseFile(who("staff1"), id);
        assertThat(file.isRunning()).isTrue();
        assertThat(file.openTasks()).isEmpty();
    }

    private UUID start(String who) {
        return cases.start(who(who), new Wish(published(), Map.of("title", "办公用品"), null, null));
    }

    private String published() {
        return processes
                .handIn(new Processes.Draft(TWO_STEPS.formatted("cases-tests"), null, null, List.of()), true, null)
                .key();
    }

    private void act(String who, UUID id, String action) {
        cases.act(
                who(who), reading.caseFile(who(who), id).openTasks().getFirst().id(), deed(action));
    }

    private static Deed deed(String action) {
        return Deed.of(action, null);
    }

    private List<UUID> boxed(String who, Box box) {
        return reading.box(who(who), box, new Window(200, null)).items().stream()
                .map(item -> item.of().id())
                .toList();
    }

    private List<String> seats(UUID id) {
        return reading.caseFile(who("inspector1"), id).openTasks().stream()
                .flatMap(task -> task.seats().stream())
                .map(person -> accounts.withId(person).orElseThrow().username())
                .toList();
    }

    private Account who(String username) {
        return accounts.named(username).orElseThrow();
    }
}

package zhangfa.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import zhangfa.identity.Account;
import zhangfa.journal.Entry;
import zhangfa.journal.Journal;
import zhangfa.process.Cases;
import zhangfa.process.Cases.Deed;
import zhangfa.process.TaskItem;

/** A countersign of twenty people who all answer at the same moment. */
@SpringBootTest
class CountersignTests {

    private static final List<String> SIGNERS = Arrays.asList(
            "ceo,manager,head1,staff2,head2,staff3,analyst1,agenthead,agent1,agent2,markethead,market1,devhead,dev1,financehead,finance1,hrhead,hr1,adminhead,admin1"
                    .split(","));

    private static final String MODEL = Office.model("""
            <bpmn:process id="countersign-tests" name="会签" isExecutable="true">
              <bpmn:startEvent id="start"/>
              <bpmn:userTask id="all" name="会签" zhangfa:kind="approval" zhangfa:mode="all">
                <bpmn:extensionElements><zhangfa:assignment strategy="candidates" users="%s"/></bpmn:extensionElements>
              </bpmn:userTask>
              <bpmn:endEvent id="end"/>
              <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="all"/>
              <bpmn:sequenceFlow id="b" sourceRef="all" targetRef="end"/>
            </bpmn:process>
            """);

    @Autowired
    private Office office;

    @Autowired
    private Cases cases;

    @Autowired
    private Journal journal;

    @Test
    void twentyPeopleWhoAgreeAtOnceAllSucceed() throws Exception {
        var id = start();
        everybodyAgrees(id);
        assertThat(office.status(id)).isEqualTo("completed");
        assertThat(journal.of(id, 0, 100).stream()
                        .filter(entry -> entry.kind().equals("task_closed"))
                        .map(Entry::actor))
                .doesNotHaveDuplicates()
                .hasSize(20);
        assertThat(office.isProven(id)).isTrue();
    }

    /** Every answer is an account's own; an exception of any of them fails the test. */
    private void everybodyAgrees(UUID id) throws Exception {
        var tasks = office.file(id).openTasks();
        assertThat(tasks).hasSize(20);
        var answers = new ArrayList<Callable<UUID>>();
        for (var task : tasks) {
            var signer = account(task);
            answers.add(() -> cases.act(signer, task.id(), Deed.of("approve", null)));
        }
        try (var together = Executors.newFixedThreadPool(answers.size())) {
            for (var answer : together.invokeAll(answers)) {
                assertThat(answer.get()).isEqualTo(id);
            }
        }
    }

    private Account account(TaskItem task) {
        return SIGNERS.stream()
                .map(office::who)
                .filter(signer -> task.seats().contains(signer.id()))
                .findFirst()
                .orElseThrow();
    }

    private UUID start() {
        return office.start(office.publish(MODEL.formatted(String.join(",", SIGNERS))), Map.of("title", "二十人会签"));
    }
}

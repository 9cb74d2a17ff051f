package zhangfa.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import zhangfa.database.Keys;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.job.Job;
import zhangfa.process.CaseControl;
import zhangfa.process.CaseFile;
import zhangfa.process.Cases;
import zhangfa.process.Cases.Deed;
import zhangfa.process.Processes;
import zhangfa.process.Reading;

/** Cases that call others: they begin once, hand over and take back, and end together. */
@SpringBootTest
class CallTests {

    private static final String CALLER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="test">
              <bpmn:error id="e" errorCode="%3$s"/>
              <bpmn:process id="%1$s" name="采购" isExecutable="true" zhangfa:owner="person:financehead">
                <bpmn:startEvent id="start"/>
                <bpmn:callActivity id="pay" name="付款" calledElement="%1$s-pay" %2$s>
                  <bpmn:extensionElements>
                    <zhangfa:in source="= sum * 2" target="amount"/>
                    <zhangfa:out source="receipt.number" target="receipt"/>
                  </bpmn:extensionElements>
                </bpmn:callActivity>
                <bpmn:boundaryEvent id="no" attachedToRef="pay"><bpmn:errorEventDefinition errorRef="e"/></bpmn:boundaryEvent>
                <bpmn:userTask id="again" name="重新询价"/>
                <bpmn:userTask id="store" name="入库"/>
                <bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="pay"/>
                <bpmn:sequenceFlow id="b" sourceRef="pay" targetRef="store"/>
                <bpmn:sequenceFlow id="c" sourceRef="no" targetRef="again"/>
                <bpmn:sequenceFlow id="d" sourceRef="store" targetRef="end"/>
                <bpmn:sequenceFlow id="f" sourceRef="again" targetRef="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    private static final String CALLED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="test">
              <bpmn:process id="%1$s-pay" name="付款" isExecutable="true" zhangfa:version-tag="%2$s">
                <bpmn:startEvent id="start"/>
                <bpmn:userTask id="cash" name="出纳" zhangfa:kind="approval">
                  <bpmn:extensionElements><zhangfa:assignment strategy="person" person="cashier1"/></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="cash"/>
                <bpmn:sequenceFlow id="b" sourceRef="cash" targetRef="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    private Processes processes;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseControl control;

    @Autowired
    private Reading reading;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Calls calls;

    @Autowired
    private CaseRows rows;

    @Autowired
    private CaseProofs proofs;

    @Autowired
    private JdbcClient jdbc;

    private String process;

    @BeforeEach
    void processesOfTheirOwn() {
        process = "call-" + Keys.next();
        publish(CALLED.formatted(process, "2026"));
    }

    @Test
    void theCalledCaseBeginsOnceAndItsResultComesBack() {
        var id = start("");
        settle(id);
        settle(id);
        var called = called(id);
        assertThat(file(called).form()).isEqualTo(Map.of("amount", 24));
        assertThat(file(called).startedBy()).isEqualTo(who("staff1").id());
        assertThat(steps(id)).isEmpty();
        approve(called, Map.of("receipt", Map.of("number", "R-7")));
        settle(id);
        settle(id);
        assertThat(steps(id)).containsExactly("store");
        assertThat(file(id).facts()).containsEntry("receipt", "R-7");
        assertThat(proofs.examine().problems())
                .noneMatch(problem -> problem.contains(id.toString()) || problem.contains(called.toString()));
    }

    @Test
    void itGoesByTheVersionThatTheModelMeans() {
        publish(CALLED.formatted(process, "2027"));
        assertThat(version(start(""))).isEqualTo(2);
        assertThat(version(start("zhangfa:version=\"1\""))).isEqualTo(1);
        assertThat(
                        version(
                                start(
                                        "xmlns:o=\"http://operaton.org/schema/1.0/bpmn\" o:calledElementBinding=\"versionTag\" o:calledElementVersionTag=\"2026\"")))
                .isEqualTo(1);
        var unknown = start("zhangfa:version-tag=\"1999\"");
        settle(unknown);
        assertThat(incidents(unknown)).containsExactly("{process.call.unknown|" + process + "-pay}");
    }

    @Test
    void aRejectionIsCaughtOrWaitsForAPerson() {
        var caught = start("", "rejected");
        settle(caught);
        reject(called(caught));
        settle(caught);
        assertThat(steps(caught)).containsExactly("again");

        var uncaught = start("");
        settle(uncaught);
        var first = called(uncaught);
        reject(first);
        settle(uncaught);
        assertThat(incidents(uncaught)).containsExactly("{process.call.rejected}");
        control.retry(who("financehead"), uncaught, incident(uncaught), Map.of(), null, null);
        settle(uncaught);
        assertThat(called(uncaught)).isNotEqualTo(first);
        approve(called(uncaught), Map.of());
        settle(uncaught);
        assertThat(steps(uncaught)).containsExactly("store");
    }

    @Test
    void whoeverCallsTakesTheCalledCaseAlong() {
        var id = start("");
        settle(id);
        var called = called(id);
        cases.cancel(who("staff1"), id, null, null);
        settle(id);
        assertThat(file(called).status()).isEqualTo("cancelled");
    }

    @Test
    void aSuspendedCallerHearsTheAnswerWhenItGoesOn() {
        var id = start("");
        settle(id);
        control.suspend(who("financehead"), id, null, null);
        approve(called(id), Map.of());
        settle(id);
        assertThat(file(id).status()).isEqualTo("suspended");
        control.resume(who("financehead"), id, null, null);
        settle(id);
        assertThat(steps(id)).containsExactly("store");
    }

    /** Does what the job does, beside the node under test, which may be doing it too. */
    private void settle(UUID id) {
        calls.run(new Job(Calls.KIND, id.toString(), Instant.EPOCH, ""));
    }

    private int version(UUID caller) {
        settle(caller);
        return file(called(caller)).version();
    }

    private UUID called(UUID caller) {
        return jdbc.sql("select id from process.case where caller = :caller order by id desc limit 1")
                .param("caller", caller)
                .query(UUID.class)
                .single();
    }

    private void approve(UUID id, Map<String, Object> form) {
        cases.act(who("cashier1"), task(id), new Deed("approve", form, null, null, List.of(), null, null, null));
    }

    private void reject(UUID id) {
        cases.act(who("cashier1"), task(id), Deed.of("reject", null));
    }

    private UUID task(UUID id) {
        return reading.caseFile(who("cashier1"), id).openTasks().getFirst().id();
    }

    private void publish(String model) {
        processes.handIn(new Processes.Draft(model, null, null, List.of()), true, null);
    }

    private UUID start(String binding) {
        return start(binding, "unheard-of");
    }

    private UUID start(String binding, String caught) {
        publish(CALLER.formatted(process, binding, caught));
        return cases.start(who("staff1"), new Cases.Wish(process, Map.of("sum", 12), null, null));
    }

    private int incident(UUID id) {
        return rows.find(id).orElseThrow().state().incidents().getFirst().number();
    }

    private List<String> incidents(UUID id) {
        return rows.find(id).orElseThrow().state().incidents().stream()
                .map(incident -> incident.message())
                .toList();
    }

    private List<String> steps(UUID id) {
        return file(id).openTasks().stream().map(task -> task.step()).toList();
    }

    private CaseFile file(UUID id) {
        return reading.caseFile(who("inspector1"), id);
    }

    private Account who(String username) {
        return accounts.named(username).orElseThrow();
    }
}

package zhangfa.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import zhangfa.database.Keys;
import zhangfa.job.Job;
import zhangfa.process.CaseControl;
import zhangfa.process.Cases;

/** Cases that call others: they begin once, hand over and take back, and end together. */
@SpringBootTest
class CallTests {

    private static final String CALLER = Office.model("""
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
            """);

    private static final String CALLED = Office.model("""
            <bpmn:process id="%1$s-pay" name="付款" isExecutable="true" zhangfa:version-tag="%2$s">
              <bpmn:startEvent id="start"/>
              <bpmn:userTask id="cash" name="出纳" zhangfa:kind="approval">
                <bpmn:extensionElements><zhangfa:assignment strategy="person" person="cashier1"/></bpmn:extensionElements>
              </bpmn:userTask>
              <bpmn:endEvent id="end"/>
              <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="cash"/>
              <bpmn:sequenceFlow id="b" sourceRef="cash" targetRef="end"/>
            </bpmn:process>
            """);

    /** Hears what the called case tells, beside it or instead of it. */
    private static final String HEARING = Office.model(
            """
            <bpmn:escalation id="esc" escalationCode="late"/>
            <bpmn:process id="%1$s" name="采购" isExecutable="true">
              <bpmn:startEvent id="start"/>
              <bpmn:callActivity id="pay" name="付款" calledElement="%1$s-pay"/>
              <bpmn:boundaryEvent id="heard" attachedToRef="pay" cancelActivity="%2$s"><bpmn:escalationEventDefinition escalationRef="esc"/></bpmn:boundaryEvent>
              <bpmn:userTask id="hurry" name="催办"/>
              <bpmn:endEvent id="end"/>
            """ + Office.flows("start", "pay", "end") + Office.flows("heard", "hurry", "end") + "</bpmn:process>");

    /** Tells that it is late, and goes on or ends with that. */
    private static final String TELLING = Office.model(
            """
            <bpmn:escalation id="esc" escalationCode="late"/>
            <bpmn:process id="%1$s-pay" name="付款" isExecutable="true">
              <bpmn:startEvent id="start"/>
              <bpmn:intermediateThrowEvent id="tell"><bpmn:escalationEventDefinition escalationRef="esc"/></bpmn:intermediateThrowEvent>
              <bpmn:exclusiveGateway id="more" default="more-end"/>
              <bpmn:userTask id="cash" name="出纳"/>
              <bpmn:endEvent id="end"/>
              <bpmn:sequenceFlow id="more-cash" sourceRef="more" targetRef="cash">
                <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">= %2$s</bpmn:conditionExpression>
              </bpmn:sequenceFlow>
            """ + Office.flows("start", "tell", "more", "end") + Office.flows("cash", "end") + "</bpmn:process>");

    @Autowired
    private Office office;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseControl control;

    @Autowired
    private Calls calls;

    @Autowired
    private JdbcClient jdbc;

    private String process;

    @BeforeEach
    void processesOfTheirOwn() {
        process = "call-" + Keys.next();
        office.publish(CALLED.formatted(process, "2026"));
    }

    @Test
    void theCalledCaseBeginsOnceAndItsResultComesBack() {
        var id = start("");
        settle(id);
        settle(id);
        var called = called(id);
        assertThat(office.file(called).form()).isEqualTo(Map.of("amount", 24));
        assertThat(office.file(called).startedBy())
                .isEqualTo(office.who("staff1").id());
        assertThat(office.steps(id)).isEmpty();
        approve(called, Map.of("receipt", Map.of("number", "R-7")));
        settle(id);
        settle(id);
        assertThat(office.steps(id)).containsExactly("store");
        assertThat(office.file(id).facts()).containsEntry("receipt", "R-7");
        assertThat(office.isProven(id)).isTrue();
        assertThat(office.isProven(called)).isTrue();
    }

    @Test
    void itGoesByTheVersionThatTheModelMeans() {
        office.publish(CALLED.formatted(process, "2027"));
        assertThat(version(start(""))).isEqualTo(2);
        assertThat(version(start("zhangfa:version=\"1\""))).isEqualTo(1);
        assertThat(
                        version(
                                start(
                                        "xmlns:o=\"http://operaton.org/schema/1.0/bpmn\" o:calledElementBinding=\"versionTag\" o:calledElementVersionTag=\"2026\"")))
                .isEqualTo(1);
        var unknown = start("zhangfa:version-tag=\"1999\"");
        settle(unknown);
        assertThat(office.incidents(unknown)).containsExactly("{process.call.unknown|" + process + "-pay}");
    }

    @Test
    void aRejectionIsCaughtOrWaitsForAPerson() {
        var caught = start("", "rejected");
        settle(caught);
        reject(called(caught));
        settle(caught);
        assertThat(office.steps(caught)).containsExactly("again");

        var uncaught = start("");
        settle(uncaught);
        var first = called(uncaught);
        reject(first);
        settle(uncaught);
        assertThat(office.incidents(uncaught)).containsExactly("{process.call.rejected}");
        control.retry(office.who("financehead"), uncaught, incident(uncaught), Map.of(), null, null);
        settle(uncaught);
        assertThat(called(uncaught)).isNotEqualTo(first);
        approve(called(uncaught), Map.of());
        settle(uncaught);
        assertThat(office.steps(uncaught)).containsExactly("store");
    }

    @Test
    void whoeverCallsTakesTheCalledCaseAlong() {
        var id = start("");
        settle(id);
        var called = called(id);
        cases.cancel(office.who("staff1"), id, null, null);
        settle(id);
        assertThat(office.file(called).status()).isEqualTo("cancelled");
    }

    @Test
    void aSuspendedCallerHearsTheAnswerWhenItGoesOn() {
        var id = start("");
        settle(id);
        control.suspend(office.who("financehead"), id, null, null);
        approve(called(id), Map.of());
        settle(id);
        assertThat(office.file(id).status()).isEqualTo("suspended");
        control.resume(office.who("financehead"), id, null, null);
        settle(id);
        assertThat(office.steps(id)).containsExactly("store");
    }

    @Test
    void whatTheCalledCaseTellsIsHeardBesideItAndOnce() {
        var id = called(TELLING.formatted(process, true), HEARING.formatted(process, false));
        assertThat(office.steps(id)).containsExactly("hurry");
        settle(id);
        assertThat(office.kinds(id)).containsOnlyOnce("escalation_thrown");
        assertThat(office.steps(called(id))).containsExactly("cash");
        office.act("staff1", called(id), "complete");
        office.act("staff1", id, "complete");
        settle(id);
        assertThat(office.status(id)).isEqualTo("completed");
        assertThat(office.isProven(id)).isTrue();
    }

    @Test
    void whatTheCalledCaseTellsMayEndIt() {
        var id = called(TELLING.formatted(process, true), HEARING.formatted(process, true));
        settle(id);
        assertThat(office.steps(id)).containsExactly("hurry");
        assertThat(office.status(called(id))).isEqualTo("cancelled");
    }

    @Test
    void whatTheCalledCaseToldBeforeItEndedIsHeardBeforeTheCallerGoesOn() {
        var id = called(TELLING.formatted(process, false), HEARING.formatted(process, true));
        settle(id);
        assertThat(office.status(called(id))).isEqualTo("completed");
        assertThat(office.steps(id)).containsExactly("hurry");
    }

    /** A case of the second model, which has called one of the first and has heard what that tells. */
    private UUID called(String callee, String caller) {
        office.publish(callee);
        var id = office.start(office.publish(caller), Map.of());
        settle(id);
        settle(id);
        return id;
    }

    /** Does what the job does, beside the node under test, which may be doing it too. */
    private void settle(UUID id) {
        calls.run(new Job(Calls.KIND, id.toString(), Instant.EPOCH, ""));
    }

    private int version(UUID caller) {
        settle(caller);
        return office.file(called(caller)).version();
    }

    private UUID called(UUID caller) {
        return jdbc.sql("select id from process.case where caller = :caller order by id desc limit 1")
                .param("caller", caller)
                .query(UUID.class)
                .single();
    }

    private void approve(UUID id, Map<String, Object> form) {
        office.act("cashier1", id, "approve", form);
    }

    private void reject(UUID id) {
        office.act("cashier1", id, "reject");
    }

    private UUID start(String binding) {
        return start(binding, "unheard-of");
    }

    private UUID start(String binding, String caught) {
        office.publish(CALLER.formatted(process, binding, caught));
        return office.start(process, Map.of("sum", 12));
    }

    private int incident(UUID id) {
        return office.row(id).state().incidents().getFirst().number();
    }
}

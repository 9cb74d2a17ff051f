package zhangfa.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.CompanyTest;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.job.Job;
import zhangfa.process.CaseControl;
import zhangfa.process.Cases;
import zhangfa.process.Cases.Deed;

/** Actions after the transaction: carried out under one key, an incident where they fail for good. */
@CompanyTest
class ErrandTests {

    private static final String MODEL = Office.model("""
            <bpmn:error id="e" errorCode="broke"/>
            <bpmn:process id="%s" name="付款" isExecutable="true" zhangfa:owner="person:financehead">
              <bpmn:startEvent id="start"/>
              <bpmn:serviceTask id="pay" name="网银付款" zhangfa:action="test.bank"/>
              <bpmn:boundaryEvent id="broke" attachedToRef="pay"><bpmn:errorEventDefinition errorRef="e"/></bpmn:boundaryEvent>
              <bpmn:userTask id="lend" name="筹款"/>
              <bpmn:userTask id="file" name="归档"/>
              <bpmn:endEvent id="end"/>
              <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="pay"/>
              <bpmn:sequenceFlow id="b" sourceRef="pay" targetRef="file"/>
              <bpmn:sequenceFlow id="c" sourceRef="broke" targetRef="lend"/>
              <bpmn:sequenceFlow id="d" sourceRef="file" targetRef="end"/>
              <bpmn:sequenceFlow id="f" sourceRef="lend" targetRef="end"/>
            </bpmn:process>
            """);

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Office office;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseControl control;

    @Autowired
    private Errands errands;

    @Autowired
    private Bank bank;

    private String process;

    @BeforeEach
    void aProcessOfItsOwn() {
        process = "errand-" + Keys.next();
        publish(MODEL);
    }

    @Test
    void itIsCarriedOutOnceHoweverOftenTheJobRuns() {
        var id = start("open");
        var job = errand(id);
        errands.run(job);
        errands.run(job);
        assertThat(office.steps(id)).containsExactly("file");
        assertThat(bank.paymentsFor(id)).isEqualTo(1);
        assertThat(web.get()
                        .uri("/cases/" + id)
                        .with(SecurityMockMvcRequestPostProcessors.user("staff1"))
                        .exchange())
                .hasStatusOk();
        assertThat(office.file(id).facts()).containsKey("receipt");
        assertThat(office.isProven(id)).isTrue();
    }

    @Test
    void whatFailsForGoodWaitsForAPersonWhoLetsItBeTriedAgain() {
        var id = start("shut");
        var job = errand(id);
        assertThatThrownBy(() -> errands.run(job)).hasMessage("The bank is shut");
        assertThat(errands.keeps(job, "IllegalStateException: The bank is shut"))
                .isTrue();
        assertThat(errands.keeps(job, "told again after a crash")).isTrue();
        assertThat(office.incidents(id)).containsExactly("IllegalStateException: The bank is shut");
        control.retry(office.who("financehead"), id, incident(id), Map.of(), null, null);
        assertThat(office.incidents(id)).isEmpty();
        assertThatThrownBy(() -> errands.run(job)).hasMessage("The bank is shut");
    }

    @Test
    void whatIsRefusedOutThereIsAnIncidentAtOnce() {
        var id = start("refuses");
        errands.run(errand(id));
        assertThat(office.incidents(id)).containsExactly("No such account");
    }

    @Test
    void anErrorOfTheBusinessIsTheModelsToCatch() {
        var id = start("broke");
        errands.run(errand(id));
        assertThat(office.steps(id)).containsExactly("lend");
    }

    @Test
    void whatWasPaidIsPaidBackWhereTheModelCompensates() {
        publish(MODEL.replace("<bpmn:endEvent id=\"end\"/>", """
                        <bpmn:boundaryEvent id="undo" attachedToRef="pay"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>
                        <bpmn:serviceTask id="back" name="退款" isForCompensation="true" zhangfa:action="test.bank"/>
                        <bpmn:endEvent id="end"><bpmn:compensateEventDefinition/></bpmn:endEvent>
                        """)
                .replace(
                        "</bpmn:process>",
                        "<bpmn:association id=\"h\" sourceRef=\"undo\" targetRef=\"back\"/></bpmn:process>"));
        var id = start("open");
        errands.run(errand(id));
        office.act("staff1", id, "complete");
        assertThat(office.status(id)).isEqualTo("running");
        errands.run(errand(id));
        assertThat(office.status(id)).isEqualTo("completed");
        assertThat(bank.paymentsFor(id)).isEqualTo(2);
        assertThat(office.isProven(id)).isTrue();
    }

    @Test
    void aSuspendedCaseWaitsWithIt() {
        var id = start("shut");
        control.suspend(office.who("financehead"), id, null, null);
        errands.run(errand(id));
        assertThat(bank.paymentsFor(id)).isZero();
        assertThat(office.file(id).status()).isEqualTo("suspended");
    }

    @Test
    void noDecisionIsTakenBackOnceItsActionIsUnderWayOrDone() {
        office.publish(MODEL.formatted(process)
                .replace("sourceRef=\"start\" targetRef=\"pay\"", "sourceRef=\"start\" targetRef=\"agree\"")
                .replace("<bpmn:endEvent", """
                        <bpmn:userTask id="agree" name="同意"/>
                        <bpmn:sequenceFlow id="g" sourceRef="agree" targetRef="pay"/>
                        <bpmn:endEvent"""));
        var id = start("open");
        var agreed = office.task("staff1", id);
        office.act("staff1", id, "complete");
        assertCarriedOut(agreed);
        errands.run(errand(id));
        assertCarriedOut(agreed);
        assertThat(bank.paymentsFor(id)).isEqualTo(1);
    }

    private void assertCarriedOut(UUID decision) {
        assertThatThrownBy(() -> cases.act(office.who("staff1"), decision, Deed.of("withdraw", null)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(refusal.detail()).isEqualTo("{process.carried-out|网银付款}");
                });
    }

    @Test
    void onlyAServiceTaskCanWaitForIt() {
        var wrong =
                MODEL.replace("<bpmn:userTask id=\"file\"", "<bpmn:userTask zhangfa:action=\"test.bank\" id=\"file\"");
        assertThatThrownBy(() -> publish(wrong))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting("pointer")
                                .containsExactly("file"));
    }

    private void publish(String model) {
        office.publish(model.formatted(process));
    }

    private UUID start(String how) {
        return office.start(process, Map.of("bank", how));
    }

    /** The job that the case has made, which also the node under test may run. */
    private Job errand(UUID id) {
        var visit = office.row(id).state().waits().getLast().number();
        var data = JsonMapper.shared().writeValueAsString(new Errands.Errand(id, visit));
        return new Job(Errands.KIND, id + "/" + visit, Instant.EPOCH, data);
    }

    private int incident(UUID id) {
        return office.row(id).state().incidents().getFirst().number();
    }
}

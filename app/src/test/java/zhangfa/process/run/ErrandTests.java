package zhangfa.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.job.Job;
import zhangfa.process.CaseControl;
import zhangfa.process.CaseFile;
import zhangfa.process.Cases;
import zhangfa.process.Processes;
import zhangfa.process.Reading;

/** Actions after the transaction: carried out under one key, an incident where they fail for good. */
@SpringBootTest
class ErrandTests {

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="test">
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
    private Errands errands;

    @Autowired
    private Bank bank;

    @Autowired
    private CaseRows rows;

    @Autowired
    private CaseProofs proofs;

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
        assertThat(steps(id)).containsExactly("file");
        assertThat(bank.paymentsFor(id)).isEqualTo(1);
        assertThat(file(id).facts()).containsKey("receipt");
        assertThat(proofs.examine().problems()).noneMatch(problem -> problem.contains(id.toString()));
    }

    @Test
    void whatFailsForGoodWaitsForAPersonWhoLetsItBeTriedAgain() {
        var id = start("shut");
        var job = errand(id);
        assertThatThrownBy(() -> errands.run(job)).hasMessage("The bank is shut");
        assertThat(errands.keeps(job, "IllegalStateException: The bank is shut"))
                .isTrue();
        assertThat(errands.keeps(job, "told again after a crash")).isTrue();
        assertThat(incidents(id)).containsExactly("IllegalStateException: The bank is shut");
        control.retry(who("financehead"), id, incident(id), Map.of(), null, null);
        assertThat(incidents(id)).isEmpty();
        assertThatThrownBy(() -> errands.run(job)).hasMessage("The bank is shut");
    }

    @Test
    void whatIsRefusedOutThereIsAnIncidentAtOnce() {
        var id = start("refuses");
        errands.run(errand(id));
        assertThat(incidents(id)).containsExactly("No such account");
    }

    @Test
    void anErrorOfTheBusinessIsTheModelsToCatch() {
        var id = start("broke");
        errands.run(errand(id));
        assertThat(steps(id)).containsExactly("lend");
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
        cases.act(who("staff1"), file(id).openTasks().getFirst().id(), Cases.Deed.of("complete", null));
        assertThat(file(id).status()).isEqualTo("running");
        errands.run(errand(id));
        assertThat(file(id).status()).isEqualTo("completed");
        assertThat(bank.paymentsFor(id)).isEqualTo(2);
        assertThat(proofs.examine().problems()).noneMatch(problem -> problem.contains(id.toString()));
    }

    @Test
    void aSuspendedCaseWaitsWithIt() {
        var id = start("shut");
        control.suspend(who("financehead"), id, null, null);
        errands.run(errand(id));
        assertThat(bank.paymentsFor(id)).isZero();
        assertThat(file(id).status()).isEqualTo("suspended");
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
        processes.handIn(new Processes.Draft(model.formatted(process), null, null, List.of()), true, null);
    }

    private UUID start(String how) {
        return cases.start(who("staff1"), new Cases.Wish(process, Map.of("bank", how), null, null));
    }

    /** The job that the case has made, which also the node under test may run. */
    private Job errand(UUID id) {
        var visit = rows.find(id).orElseThrow().state().waits().getLast().number();
        var data = JsonMapper.shared().writeValueAsString(new Errands.Errand(id, visit));
        return new Job(Errands.KIND, id + "/" + visit, Instant.EPOCH, data);
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
        return reading.caseFile(who("staff1"), id);
    }

    private Account who(String username) {
        return accounts.named(username).orElseThrow();
    }
}

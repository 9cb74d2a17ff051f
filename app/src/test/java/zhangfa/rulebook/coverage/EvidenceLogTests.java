package zhangfa.rulebook.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.identity.Accounts;
import zhangfa.process.Cases;
import zhangfa.process.Processes;

/** Evidence is added up once, and counted all the same. */
@CompanyTest
class EvidenceLogTests {

    private static final String BPMN = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <process id="evidence-log" name="留痕" isExecutable="true">
                <startEvent id="start"/>
                <sequenceFlow id="a" sourceRef="start" targetRef="check"/>
                <userTask id="check" name="核对" camunda:assignee="head1"/>
                <sequenceFlow id="b" sourceRef="check" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>
            """;

    private static final EvidenceLog.Step FILED = new EvidenceLog.Step("evidence-log", EvidenceLog.FILING);
    private static final EvidenceLog.Step CHECKED = new EvidenceLog.Step("evidence-log", "check");

    @Autowired
    EvidenceLog evidence;

    @Autowired
    Processes processes;

    @Autowired
    Cases cases;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @AfterEach
    void countAllAgain() {
        database.sql("delete from rulebook.evidence_sum").update();
        database.sql("update rulebook.evidence_until set at = '1970-01-01Z'").update();
    }

    @Test
    void whatWasAddedUpIsCountedOnceAndWhatComesAfterToo() {
        processes.handIn(new Processes.Draft(BPMN, null, null, List.of()), true, null);
        check();
        check();
        assertThat(count(FILED)).isEqualTo(2);
        assertThat(count(CHECKED)).isEqualTo(2);
        var counted = evidence.all();

        evidence.addUp(Instant.now().plus(Duration.ofDays(3)));
        assertThat(sums()).isEqualTo(2);
        assertThat(evidence.all()).isEqualTo(counted);

        evidence.addUp(Instant.now().plus(Duration.ofDays(3)));
        assertThat(evidence.all()).isEqualTo(counted);

        database.sql("update rulebook.evidence_until set at = ?")
                .param(Instant.now().atOffset(ZoneOffset.UTC))
                .update();
        check();
        assertThat(count(FILED)).isEqualTo(3);
        assertThat(count(CHECKED)).isEqualTo(3);
    }

    @Test
    void whatIsFreshIsLeftOpen() {
        evidence.addUp();
        assertThat(database.sql("select count(*) from rulebook.evidence_until where at < now() - interval '23 hours'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void check() {
        var id = cases.start(
                accounts.named(Company.STAFF1).orElseThrow(), new Cases.Wish("evidence-log", Map.of(), "留痕", null));
        var task = database.sql("select id from process.task where case_id = ? and closing is null")
                .param(id)
                .query(UUID.class)
                .single();
        cases.act(accounts.named("head1").orElseThrow(), task, Cases.Deed.of("complete", null));
    }

    private long count(EvidenceLog.Step step) {
        return evidence.all().getOrDefault(step, Evidence.NONE).count();
    }

    private long sums() {
        return database.sql("select count(*) from rulebook.evidence_sum where process = 'evidence-log'")
                .query(Long.class)
                .single();
    }
}

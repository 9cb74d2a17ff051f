package zhangfa.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import zhangfa.database.Keys;
import zhangfa.file.Files;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.journal.Journal;
import zhangfa.process.Cases;
import zhangfa.process.Moment;
import zhangfa.process.Processes;

/** What every process may have done without a module of its own. */
@SpringBootTest
class RoutineTests {

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="test">
              <bpmn:process id="%s" name="告知" isExecutable="true" zhangfa:on-submit="case.attach">
                <bpmn:startEvent id="start"/>
                <bpmn:serviceTask id="tell" name="抄送" zhangfa:action="case.copy" zhangfa:copy-to="person:hr1, unit-head,person:nobody"/>
                <bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="tell"/>
                <bpmn:sequenceFlow id="b" sourceRef="tell" targetRef="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    private Routine routine;

    @Autowired
    private Processes processes;

    @Autowired
    private Cases cases;

    @Autowired
    private Accounts accounts;

    @Autowired
    private CaseRows rows;

    @Autowired
    private Files files;

    @Autowired
    private Journal journal;

    @Test
    void whomAModelNamesSeesTheCaseFromThenOnAndIsToldOnce() {
        var id = start(Map.of());
        var moment = moment(id);
        routine.copy(moment);
        routine.copy(moment);
        var row = rows.find(id).orElseThrow();
        assertThat(journal.of(id, 0, row.journalHead().seq()).stream()
                        .filter(entry -> String.valueOf(entry.data())
                                .contains(moment.work().toString())))
                .hasSize(1);
        assertThat(row.participants())
                .contains(who("hr1").id(), who("head1").id())
                .doesNotContain(who("hrhead").id());
    }

    @Test
    void onlyFilesOfWhoeverStartsACaseHangOnIt() throws IOException {
        var own = file("staff1");
        var another = file("staff2");
        var id = start(Map.of("files", List.of(own.toString(), another.toString(), "no file"), "note", "x"));
        assertThat(files.attachedTo(id).stream().map(file -> file.id())).containsExactly(own);
    }

    private UUID file(String owner) throws IOException {
        var text = "%PDF-1.4 " + UUID.randomUUID();
        return files.store(
                        who(owner).id(), "a.pdf", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .id();
    }

    private UUID start(Map<String, Object> form) {
        var process = "routine-" + Keys.next();
        processes.handIn(new Processes.Draft(MODEL.formatted(process), null, null, List.of()), true, null);
        return cases.start(who("staff1"), new Cases.Wish(process, form, null, null));
    }

    private Moment moment(UUID id) {
        var row = rows.find(id).orElseThrow();
        return new Moment(
                id,
                Keys.next(),
                row.process(),
                "tell",
                row.initiator(),
                row.unit(),
                null,
                Instant.now(),
                row.form(),
                Map.of(),
                null);
    }

    private Account who(String username) {
        return accounts.named(username).orElseThrow();
    }
}

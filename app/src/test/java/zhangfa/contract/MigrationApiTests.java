package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.database.Keys;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;

/** Running cases that are taken over to another version: seen beforehand, done by a job, journaled, once. */
@CompanyTest
class MigrationApiTests {

    private static final String OWNER = "financehead";

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="test">
              <bpmn:process id="%s" name="版本" isExecutable="true" zhangfa:owner="person:financehead">
                <bpmn:startEvent id="start"/>
                <bpmn:userTask id="%s" name="办理"/>
                <bpmn:userTask id="%s" name="归档"/>
                <bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="%2$s"/>
                <bpmn:sequenceFlow id="b" sourceRef="%2$s" targetRef="%3$s"/>
                <bpmn:sequenceFlow id="c" sourceRef="%3$s" targetRef="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    MockMvcTester web;

    @Autowired
    List<JobHandler> handlers;

    private Api api;
    private String process;
    private String working;
    private String filing;

    @BeforeEach
    void casesByAnOldVersion() {
        api = new Api(web);
        process = "migrated-" + Keys.next();
        publish("work", "file");
        working = start();
        filing = start();
        api.does(Company.STAFF1, filing, "complete").isFine(200);
        publish("work", "archive");
    }

    @Test
    void theDryRunNamesEachCaseThatCannotGoAndWhy() {
        var preview = api.post(OWNER, path("/migrations?dry_run=true"), Map.of("from", 1, "to", 2))
                .isFine(200);
        assertThat(preview.json().get("total").asInt()).isEqualTo(2);
        assertThat(preview.json().get("movable").asInt()).isEqualTo(1);
        assertThat(preview.text("/blocked/0/case/id")).isEqualTo(filing);
        assertThat(preview.text("/blocked/0/reasons/0")).startsWith("file: ");
        assertThat(version(working)).isEqualTo(1);
    }

    @Test
    void casesGoOverOnceAndTheRestStays() throws Exception {
        var id = begin(Map.of("from", 1, "to", 2, "comment", "改了归档"));
        run(id);
        run(id);
        assertThat(version(working)).isEqualTo(2);
        assertThat(version(filing)).isEqualTo(1);
        var progress = api.get(OWNER, path("/migrations/" + id)).isFine(200).json();
        assertThat(progress.get("moved").asInt()).isEqualTo(1);
        assertThat(progress.get("refused").asInt()).isEqualTo(1);
        assertThat(progress.get("finished").asBoolean()).isTrue();
        var journal = api.get(OWNER, "/api/v1/cases/" + working + "/journal").isFine(200);
        assertThat(journal.body()).containsOnlyOnce("case_migrated").contains("改了归档");
        api.does(Company.STAFF1, working, "complete").isFine(200);
        assertThat(api.open(working)).containsExactly("archive[\"staff1\"]");
    }

    @Test
    void whatFollowsOnWhatMaySaySomebody() throws Exception {
        run(begin(Map.of("from", 1, "to", 2, "mapping", Map.of("file", "archive"), "comment", "改名")));
        assertThat(version(filing)).isEqualTo(2);
        assertThat(api.open(filing)).containsExactly("archive[\"staff1\"]");
        api.does(Company.STAFF1, filing, "complete").isFine(200);
        assertThat(api.caseOf(filing).at("/status").asString()).isEqualTo("completed");
    }

    @Test
    void onlyTheOwnerMayAndNonsenseIsNamed() {
        var wanted = Map.of("from", 1, "to", 2, "comment", "x");
        api.post(Company.STAFF1, path("/migrations"), wanted).isProblem(403);
        api.get(Company.STAFF1, path("/versions")).isProblem(403);
        api.get(OWNER, "/api/v1/processes/no-such/versions").isProblem(404);
        api.post(OWNER, path("/migrations"), Map.of("from", 1, "to", 2)).isProblem(422, "/comment");
        api.post(OWNER, path("/migrations"), Map.of("from", 7, "to", 2, "comment", "x"))
                .isProblem(422, "/from");
        api.post(OWNER, path("/migrations"), Map.of("from", 1, "to", 9, "comment", "x"))
                .isProblem(422, "/to");
        api.post(
                        OWNER,
                        path("/migrations"),
                        Map.of("from", 1, "to", 2, "comment", "x", "mapping", Map.of("moon", "archive")))
                .isProblem(422, "/mapping");
        api.get(OWNER, path("/migrations/" + Keys.next())).isProblem(404);
        var versions = api.get(OWNER, path("/versions")).isFine(200).json().get("items");
        assertThat(versions.valueStream()
                        .map(one -> one.get("version").asInt() + ":"
                                + one.get("running").asInt()))
                .containsExactly("2:0", "1:2");
    }

    @Test
    void ownersDoItOnAPage() {
        assertThat(web.get().uri("/migrations").with(user(OWNER)))
                .hasStatusOk()
                .bodyText()
                .contains(process);
        assertThat(web.get().uri("/migrations").with(user(Company.STAFF1))).hasStatus(403);
        assertThat(web.get().uri("/migrations/" + process).with(user(OWNER))).hasStatusOk();
        assertThat(web.post()
                        .uri("/migrations/" + process)
                        .with(user(OWNER))
                        .with(csrf())
                        .param("from", "1")
                        .param("to", "2")
                        .param("action", "preview"))
                .hasStatusOk()
                .bodyText()
                .contains("/cases/" + filing, "value=\"run\"");
        assertThat(web.post()
                        .uri("/migrations/" + process)
                        .with(user(OWNER))
                        .with(csrf())
                        .param("from", "1")
                        .param("to", "2")
                        .param("mapping", "nonsense")
                        .param("action", "run"))
                .hasStatus(422);
    }

    private String begin(Map<String, Object> wanted) {
        return api.post(OWNER, path("/migrations"), wanted).isFine(202).text("/id");
    }

    /** Does what the job does, beside the node under test, which may be doing it too. */
    private void run(String id) throws Exception {
        for (var handler : handlers) {
            if (handler.kind().equals("process.migration")) {
                handler.run(new Job(handler.kind(), id, Instant.EPOCH, ""));
            }
        }
    }

    private int version(String id) {
        return api.caseOf(id).get("version").asInt();
    }

    private String path(String rest) {
        return "/api/v1/processes/" + process + rest;
    }

    private String start() {
        return api.start(Company.STAFF1, process, Map.of()).isFine(201).text("/id");
    }

    private void publish(String first, String second) {
        api.send(
                        HttpMethod.POST,
                        Company.DESIGNER1,
                        "/api/v1/processes?publish=true",
                        MODEL.formatted(process, first, second),
                        MediaType.APPLICATION_XML,
                        Map.of())
                .isFine(201);
    }
}

package zhangfa.contract;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.process.Processes;
import zhangfa.register.entry.ContractRegister;

/** Whatever people write is text to every page that shows it, even where it looks like a page of its own. */
@CompanyTest
class StoredTextTests {

    /** Ends an attribute, an element, a comment and a script, and begins what would run. */
    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="test">
              <bpmn:process id="stored-text" name="%1$s" isExecutable="true" zhangfa:owner="person:designer1">
                <bpmn:documentation>%1$s</bpmn:documentation>
                <bpmn:startEvent id="start"/>
                <bpmn:userTask id="check" name="%1$s" zhangfa:kind="approval">
                  <bpmn:documentation>%1$s</bpmn:documentation>
                  <bpmn:extensionElements><zhangfa:assignment strategy="person" person="head1"/><zhangfa:form>
                    <zhangfa:field name="note" access="write"/></zhangfa:form></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="check"/>
                <bpmn:sequenceFlow id="b" sourceRef="check" targetRef="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    MockMvcTester web;

    @Autowired
    Processes processes;

    @Autowired
    JdbcClient database;

    private Api api;

    @Test
    void aCaseIsOnlyEverText() {
        api = new Api(web);
        var id = aCase();
        shows(Company.STAFF1, "/cases/" + id, "/cases/" + id + "/changes", "/cases", "/inbox?box=started", "/");
        shows(Company.HEAD1, "/cases/" + id, "/inbox", "/", "/notifications?box=all", "/inbox?box=cc");
        shows(Company.HEAD1, "/cases/" + id + "/alerts", "/cases/" + id + "/standing", "/search?q=stored");
        shows(Company.DESIGNER1, "/cases/" + id, "/overdue", "/incidents", "/start", "/start/stored-text");
        api.post(
                        Company.STAFF1,
                        "/api/v1/drafts",
                        Map.of("process", "stored-text", "form", Map.of("title", Hostile.TEXT), "title", Hostile.TEXT))
                .isFine(201);
        shows(Company.STAFF1, "/drafts", "/start");
    }

    @Test
    void aDesignIsOnlyEverText() {
        api = new Api(web);
        publish();
        api.post(Company.DESIGNER1, "/api/v1/designs", Map.of("process", "stored-text"))
                .isFine(201);
        shows(
                Company.DESIGNER1,
                "/designs",
                "/designs/stored-text",
                "/designs/stored-text?open=check",
                "/designs/stored-text?open=form",
                "/designs/stored-text/trial");
    }

    @Test
    void anAnnouncementIsOnlyEverText() {
        api = new Api(web);
        var id = api.post(
                        Company.DESIGNER1,
                        "/api/v1/announcements",
                        Map.of("title", Hostile.TEXT, "body", Hostile.TEXT, "everyone", true, "urgent", true))
                .isFine(201)
                .text("/id");
        shows(Company.STAFF1, "/announcements", "/announcements/" + id, "/", "/notifications?box=all");
    }

    @Test
    void aRegulationIsOnlyEverText() {
        api = new Api(web);
        var id = api.post(Company.DESIGNER1, "/api/v1/rulebook/regulations", Map.of("title", Hostile.TEXT))
                .isFine(201)
                .text("/id");
        var edition = "/rulebook/editions/" + id;
        var provision =
                api.get(Company.DESIGNER1, "/api/v1" + edition + "/provisions").text("/items/0/id");
        shows(
                Company.DESIGNER1,
                "/rulebook/regulations",
                edition,
                edition + "/head",
                edition + "/difference",
                edition + "/provisions/" + provision);
    }

    @Test
    void aRegisterIsOnlyEverText() {
        api = new Api(web);
        var key = api.post(
                        Company.DESIGNER1,
                        "/api/v1/registers",
                        Map.of(
                                "name", Hostile.TEXT.substring(0, 60),
                                "fields", List.of(Map.of("name", Hostile.TEXT.substring(20, 60), "kind", "text")),
                                "states", List.of(Map.of("name", "<script>stored()</script>", "category", "open")),
                                "everyone_reads", true,
                                "everyone_writes", true))
                .isFine(201)
                .text("/key");
        var register = "/registers/" + key;
        try {
            var field = api.get(Company.DESIGNER1, "/api/v1" + register).text("/fields/0/key");
            var record = api.post(
                            Company.DESIGNER1,
                            "/api/v1" + register + "/records",
                            Map.of("fields", Map.of(field, Hostile.TEXT)))
                    .isFine(201)
                    .text("/id");
            shows(
                    Company.DESIGNER1,
                    "/registers",
                    register,
                    register + "/" + record,
                    register + "/new",
                    register + "/definition");
        } finally {
            ContractRegister.drop(database, key);
        }
    }

    private String aCase() {
        publish();
        var id = api.start(Company.STAFF1, "stored-text", Map.of("title", Hostile.TEXT, "note", Hostile.TEXT))
                .isFine(201)
                .text("/id");
        var actions = "/api/v1/cases/" + id + "/actions/";
        api.post(Company.STAFF1, actions + "comment", Map.of("comment", Hostile.TEXT))
                .isFine(200);
        api.post(Company.STAFF1, actions + "urge", Map.of("comment", Hostile.TEXT))
                .isFine(200);
        api.post(Company.STAFF1, actions + "alert", Map.of("who", List.of(Company.HEAD1), "comment", Hostile.TEXT))
                .isFine(200);
        api.act(Company.HEAD1, api.task(id), "return", Map.of("comment", Hostile.TEXT))
                .isFine(200);
        api.act(Company.STAFF1, api.task(id), "complete", Map.of("form", Map.of("note", Hostile.TEXT + "!")))
                .isFine(200);
        return id;
    }

    private void publish() {
        var escaped = Hostile.TEXT.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        var field = Map.of("type", "string", "title", Hostile.TEXT);
        var form = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "type",
                        "object",
                        "required",
                        List.of("note"),
                        "properties",
                        Map.of("title", field, "note", field)));
        processes.handIn(new Processes.Draft(MODEL.formatted(escaped), form, Hostile.TEXT, List.of()), true, null);
    }

    private void shows(String who, String... pages) {
        Hostile.shows(web, who, pages);
    }
}

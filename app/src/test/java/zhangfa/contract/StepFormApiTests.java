package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.process.Processes;

/** What each step may see and write of a form, in the API and on the page alike. */
@CompanyTest
class StepFormApiTests {

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="test">
              <bpmn:process id="step-forms" name="调薪" isExecutable="true" zhangfa:owner="person:financehead">
                <bpmn:startEvent id="start"/>
                <bpmn:userTask id="head" name="部门负责人" zhangfa:kind="approval">
                  <bpmn:extensionElements><zhangfa:assignment strategy="unit-head"/><zhangfa:form>
                    <zhangfa:field name="salary" access="hidden"/><zhangfa:field name="grade" access="required"/>
                    <zhangfa:field name="note" access="write"/><zhangfa:field name="title" access="read"/>
                  </zhangfa:form></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:userTask id="money" name="财务" zhangfa:kind="approval">
                  <bpmn:extensionElements><zhangfa:assignment strategy="person" person="finance1"/></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="head"/>
                <bpmn:sequenceFlow id="b" sourceRef="head" targetRef="money"/>
                <bpmn:sequenceFlow id="c" sourceRef="money" targetRef="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    private static final String FORM = """
            {"type": "object", "required": ["title"], "properties": {
              "title": {"type": "string", "title": "事由"}, "salary": {"type": "integer", "title": "薪资"},
              "grade": {"type": "string", "title": "评级", "enum": ["A", "B"]}, "note": {"type": "string", "title": "%s"}}}""";

    @Autowired
    MockMvcTester web;

    @Autowired
    Processes processes;

    private Api api;

    private String id = "";

    @BeforeEach
    void aCase() {
        api = new Api(web);
        publish("备注");
        id = api.start(Company.STAFF1, "step-forms", Map.of("title", "调薪", "salary", 9000))
                .isFine(201)
                .text("/id");
    }

    @Test
    void aHiddenFieldIsNeitherReadNorWritten() {
        var task = api.task(id);
        var seen = api.get(Company.HEAD1, "/api/v1/tasks/" + task).isFine(200).json();
        assertThat(seen.get("form").propertyNames()).containsExactly("title");
        assertThat(seen.get("permissions").get("salary").asString()).isEqualTo("hidden");
        assertThat(api.get(Company.HEAD1, "/api/v1/cases/" + id).body()).doesNotContain("9000");
        assertThat(api.get(Company.MANAGER, "/api/v1/cases").body()).doesNotContain("9000");
        assertThat(page(Company.HEAD1)).doesNotContain("9000", "薪资");
        api.act(Company.HEAD1, task, "approve", Map.of("form", Map.of("salary", 1, "grade", "A")))
                .isProblem(422, "/form/salary");
        assertThat(api.get(Company.STAFF1, "/api/v1/cases/" + id).body()).contains("9000");
        api.act(Company.HEAD1, task, "approve", Map.of("form", Map.of("grade", "A")))
                .isFine(200);
        assertThat(api.get(Company.FINANCE1, "/api/v1/tasks/" + api.task(id))
                        .json()
                        .at("/form/salary")
                        .asInt())
                .isEqualTo(9000);
    }

    @Test
    void theJournalTellsNobodyWhatAStepHides() {
        var journal = "/api/v1/cases/" + id + "/journal";
        assertThat(api.get(Company.HEAD1, journal).isFine(200).body())
                .contains("调薪")
                .doesNotContain("9000");
        assertThat(api.get(Company.STAFF1, journal).body()).contains("9000");
    }

    @Test
    void whoChangedAFieldFromWhatToWhatIsTold() {
        var changes = "/api/v1/cases/" + id + "/changes";
        api.act(Company.HEAD1, api.task(id), "return", Map.of("comment", "薪资不对"))
                .isFine(200);
        api.act(Company.STAFF1, api.task(id), "complete", Map.of("form", Map.of("salary", 9500, "title", "<b>调薪</b>")))
                .isFine(200);
        api.act(Company.HEAD1, api.task(id), "approve", Map.of("form", Map.of("grade", "A")))
                .isFine(200);
        var told = api.get(Company.STAFF1, changes).isFine(200);
        assertThat(told.text("/items/0/to")).isEqualTo("A");
        assertThat(told.json()
                        .get("items")
                        .valueStream()
                        .map(one -> one.get("from").asString()))
                .containsExactlyInAnyOrder("", "调薪", "9000");
        assertThat(api.get(Company.HEAD1, changes).body()).doesNotContain("9000", "9500");
        assertThat(page(Company.STAFF1, "/changes")).contains("9000", "9500", "&lt;b&gt;调薪");
        assertThat(page(Company.HEAD1, "/changes")).doesNotContain("9500").contains("评级");
    }

    @Test
    void aFieldToReadIsNotWritten() {
        api.act(Company.HEAD1, api.task(id), "approve", Map.of("form", Map.of("title", "改了", "grade", "A")))
                .isProblem(422, "/form/title");
    }

    @Test
    void noWayAroundWritesWhatAStepHidesOrOnlyShows() {
        for (var field : List.of("salary", "title")) {
            var form = Map.of("form", Map.of(field, "salary".equals(field) ? 1 : "改了"));
            for (var action : List.of("approve", "complete", "reject", "return", "claim")) {
                api.act(Company.HEAD1, api.task(id), action, form).isProblem(422, "/form/" + field);
            }
            var with = Map.of(
                    "to",
                    Company.MANAGER,
                    "who",
                    List.of(Company.MANAGER),
                    "position",
                    "before",
                    "form",
                    form.get("form"));
            for (var action : List.of("transfer", "delegate", "add_sign")) {
                api.act(Company.HEAD1, api.task(id), action, with).isProblem(422, "/form/" + field);
            }
        }
        var open = api.task(id);
        var batch = Map.of("tasks", List.of(open), "form", Map.of("salary", 1, "grade", "A"));
        api.post(Company.HEAD1, "/api/v1/tasks/actions/approve", batch);
        assertThat(api.task(id)).isEqualTo(open);
        api.act(Company.HEAD1, open, "approve", Map.of("form", Map.of("grade", "A")))
                .isFine(200);
        api.act(Company.HEAD1, open, "withdraw", Map.of("form", Map.of("salary", 1)))
                .isProblem(422, "/form/salary");
        api.act(Company.HEAD1, open, "approve", Map.of("form", Map.of("salary", 1)))
                .isProblem(422, "/form/salary");
        api.post(
                        Company.HEAD1,
                        "/api/v1/cases/" + id + "/actions/comment",
                        Map.of("comment", "x", "form", Map.of("salary", 1)))
                .isFine(200);
        var form = api.get(Company.STAFF1, "/api/v1/cases/" + id).json().get("form");
        assertThat(form.get("salary").asInt() + form.get("title").asString()).isEqualTo("9000调薪");
    }

    @Test
    void whatAStepDemandsIsThereBeforeItAgrees() {
        var task = api.task(id);
        api.act(Company.HEAD1, task, "approve", Map.of()).isProblem(422, "/form/grade");
        api.act(Company.HEAD1, task, "approve", Map.of("form", Map.of("grade", "C")))
                .isProblem(422, "/form/grade");
        api.act(Company.HEAD1, task, "return", Map.of("comment", "写清楚")).isFine(200);
    }

    @Test
    void thePageOfAStepAsksForItsFieldsAndKeepsThem() {
        assertThat(page(Company.HEAD1))
                .contains("name=\"grade\"", "name=\"note\"")
                .doesNotContain("name=\"title\"");
        assertThat(decide(Map.of("note", "好"))).isEqualTo(422);
        assertThat(decide(Map.of("grade", "B", "note", "好", "title", "改了"))).isEqualTo(302);
        var form = api.get(Company.STAFF1, "/api/v1/cases/" + id).json().get("form");
        assertThat(form.get("grade").asString()
                        + form.get("note").asString()
                        + form.get("title").asString())
                .isEqualTo("B好调薪");
    }

    @Test
    void whoeverAsksIsNotAskedForWhatAStepFillsIn() {
        assertThat(read(Company.STAFF1, "/start/step-forms"))
                .contains("name=\"title\"", "name=\"salary\"")
                .doesNotContain("name=\"grade\"", "name=\"note\"");
        api.act(Company.HEAD1, api.task(id), "approve", Map.of("form", Map.of("grade", "A")))
                .isFine(200);
        api.act(Company.FINANCE1, api.task(id), "return", Map.of("to", "initiator"))
                .isFine(200);
        assertThat(page(Company.STAFF1)).contains("name=\"title\"").doesNotContain("name=\"grade\"");
    }

    @Test
    void whoeverAsksAnswersForNoStep() {
        var answered = Map.of("title", "调薪", "grade", "A");
        api.start(Company.STAFF1, "step-forms", answered).isProblem(422, "/form/grade");
        var draft = api.post(Company.STAFF1, "/api/v1/drafts", Map.of("process", "step-forms", "form", answered))
                .isFine(201)
                .text("/id");
        assertThat(read(Company.STAFF1, "/start/step-forms?draft=" + draft)).doesNotContain("name=\"grade\"");
        assertThat(api.caseOf(handedIn(answered)).get("form").propertyNames()).containsExactly("title");
        api.act(Company.HEAD1, api.task(id), "return", Map.of("comment", "请补充")).isFine(200);
        var mine = api.task(id);
        assertThat(api.get(Company.STAFF1, "/api/v1/tasks/" + mine).text("/permissions/grade"))
                .isEqualTo("read");
        api.act(Company.STAFF1, mine, "complete", Map.of("form", Map.of("grade", "A")))
                .isProblem(422, "/form/grade");
        api.act(Company.STAFF1, mine, "complete", Map.of("form", Map.of("title", "再调薪")))
                .isFine(200);
        assertThat(api.caseOf(id).get("form").has("grade")).isFalse();
    }

    @Test
    void aRefusedPageShowsWhatWasTyped() {
        api.act(Company.HEAD1, api.task(id), "approve", Map.of("form", Map.of("grade", "A", "note", "旧备注")))
                .isFine(200);
        api.act(Company.FINANCE1, api.task(id), "return", Map.of("to", "head")).isFine(200);
        var refused = decided("approve", Map.of("grade", "C", "note", "", "comment", "再想想"));
        assertThat(refused).hasStatus(422);
        assertThat(todo(refused)).contains("再想想").doesNotContain("旧备注");
    }

    @Test
    void thePageReturnsACaseSoThatItComesStraightBack() {
        api.act(Company.HEAD1, api.task(id), "approve", Map.of("form", Map.of("grade", "A")))
                .isFine(200);
        assertThat(page(Company.FINANCE1)).contains("value=\"jump_back\"");
        assertThat(decided(Company.FINANCE1, "return", Map.of("to", "initiator", "how", "jump_back")))
                .hasStatus(302);
        api.does(Company.STAFF1, id, "complete").isFine(200);
        assertThat(api.open(id)).containsExactly("money[\"finance1\"]");
    }

    @Test
    void aCaseKeepsTheFormThatItWasStartedWith() {
        publish("新备注");
        assertThat(page(Company.HEAD1)).contains("备注").doesNotContain("新备注");
        publish("备注");
    }

    private void publish(String note) {
        processes.handIn(new Processes.Draft(MODEL, FORM.formatted(note), null, List.of()), true, null);
    }

    /** The case that the page begins with these fields. */
    private String handedIn(Map<String, String> fields) {
        var begun = sent(Company.STAFF1, "/start/step-forms?command=" + UUID.randomUUID(), fields);
        return Objects.requireNonNull(begun.getResponse().getRedirectedUrl()).substring("/cases/".length());
    }

    private String page(String who) {
        return page(who, "");
    }

    private String page(String who, String part) {
        return read(who, "/cases/" + id + part);
    }

    private String read(String who, String path) {
        return new String(
                web.get().uri(path).with(user(who)).exchange().getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private int decide(Map<String, String> fields) {
        return decided("approve", fields).getResponse().getStatus();
    }

    private MvcTestResult decided(String action, Map<String, String> fields) {
        return decided(Company.HEAD1, action, fields);
    }

    private MvcTestResult decided(String who, String action, Map<String, String> fields) {
        return sent(who, "/tasks/" + api.task(id) + "/decision?action=" + action, fields);
    }

    private MvcTestResult sent(String who, String path, Map<String, String> fields) {
        var request = web.post().uri(path).with(user(who)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    /** What the page asks the reader to do. */
    private static String todo(MvcTestResult page) {
        var html = Api.answer(page).body();
        return html.substring(html.indexOf("id=\"task-"), html.indexOf("</form>", html.indexOf("id=\"task-")));
    }
}

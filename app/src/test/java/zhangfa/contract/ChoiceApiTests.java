package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** What the runtime carries of ad-hoc sub-processes and decision tables, over the API and on pages. */
@CompanyTest
class ChoiceApiTests {

    private static final String OWNER = "financehead";

    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="test">
              <process id="%s" name="投诉调查" isExecutable="true" zhangfa:owner="person:financehead">
                <startEvent id="s"/>
                <businessRuleTask id="rank" name="定级" zhangfa:decision="rank" zhangfa:result="rank"/>
                <adHocSubProcess id="help" name="协助调查">
                  <userTask id="visit" name="走访"/><userTask id="ask" name="函询"/>
                </adHocSubProcess>
                <endEvent id="e"/>
                <sequenceFlow id="s-rank" sourceRef="s" targetRef="rank"/>
                <sequenceFlow id="rank-help" sourceRef="rank" targetRef="help"/>
                <sequenceFlow id="help-e" sourceRef="help" targetRef="e"/>
              </process>
            </definitions>""";

    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="ranks" name="ranks" namespace="test">
              <decision id="rank" name="投诉等级">
                <decisionTable id="t" hitPolicy="FIRST">
                  <input id="i" label="涉及金额"><inputExpression id="ie"><text>amount</text></inputExpression></input>
                  <output id="o" label="等级" name="rank"/>
                  <rule id="r1"><inputEntry id="c1"><text>&gt; 1000</text></inputEntry><outputEntry id="v1"><text>"重大"</text></outputEntry></rule>
                  <rule id="r2"><inputEntry id="c2"><text/></inputEntry><outputEntry id="v2"><text>"一般"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>""";

    private final String key = "choice-api-" + UUID.randomUUID();

    @Autowired
    MockMvcTester web;

    private Api api;

    @BeforeEach
    void aProcessWithItsTable() {
        api = new Api(web);
        hand(TABLE).isFine(201);
    }

    @Test
    void theTablesOfAProcessAreInTheApiAndOnItsPage() {
        var process = api.get(Company.STAFF1, "/api/v1/processes/" + key).isFine(200);
        assertThat(process.text("/decisions/0/name")).isEqualTo("投诉等级");
        assertThat(process.text("/decisions/0/hit_policy")).isEqualTo("FIRST");
        assertThat(process.text("/decisions/0/inputs/0")).isEqualTo("涉及金额");
        assertThat(process.text("/decisions/0/rules/0/conditions/0")).isEqualTo("> 1000");
        assertThat(process.text("/decisions/0/rules/1/conclusions/0")).isEqualTo("\"一般\"");
        assertThat(process.text("/starts/0/kind")).isEqualTo("none");
        assertThat(page("/processes/" + key)).contains("投诉等级", "涉及金额", "&gt; 1000", "/processes/" + key + "/bpmn");
        var id = api.start(Company.STAFF1, key, Map.of("amount", 2000))
                .isFine(201)
                .text("/id");
        assertThat(api.caseOf(id).at("/facts/rank").asString()).isEqualTo("重大");
    }

    @Test
    void aTableThatIsMissingIsRefusedByTheNameOfItsTask() {
        api.send(
                        HttpMethod.POST,
                        Company.DESIGNER1,
                        "/api/v1/processes",
                        MODEL.formatted(key),
                        MediaType.APPLICATION_XML,
                        Map.of())
                .isProblem(422, "rank");
        hand("nonsense").isProblem(422);
    }

    @Test
    void theOwnerChoosesOverTheApi() {
        var id = api.start(Company.STAFF1, key, Map.of("amount", 1)).text("/id");
        var path = "/api/v1/cases/" + id;
        assertThat(api.get(Company.STAFF1, path).json().get("choices")).isEmpty();
        var choice = api.get(OWNER, path).isFine(200).json().at("/choices/0");
        assertThat(choice.get("step").asString()).isEqualTo("help");
        assertThat(choice.at("/activities/0/name").asString()).isIn("走访", "函询");
        api.post(Company.STAFF1, path + "/actions/activate", Map.of("to", "ask"))
                .isProblem(403);
        api.post(OWNER, path + "/actions/activate", Map.of()).isProblem(422, "/to");
        api.post(OWNER, path + "/actions/activate", Map.of("to", "nothing")).isProblem(422, "/to");
        api.post(OWNER, path + "/actions/activate", Map.of("to", "ask", "comment", "先函询"))
                .isFine(200);
        assertThat(api.open(id)).containsExactly("ask[\"staff1\"]");
        assertThat(api.post(OWNER, path + "/actions/leave", Map.of("place", choice.get("place")))
                        .isFine(200)
                        .text("/status"))
                .isEqualTo("completed");
        api.post(OWNER, path + "/actions/leave", Map.of()).isProblem(409);
    }

    @Test
    void ofTwoWhoLeaveAtTheSameMomentOneDoes() throws Exception {
        var id = api.start(Company.STAFF1, key, Map.of("amount", 1)).text("/id");
        var path = "/api/v1/cases/" + id;
        var leave = Map.<String, Object>of("place", api.get(OWNER, path).json().at("/choices/0/place"));
        assertThat(Api.atOnce(
                        () -> api.post(OWNER, path + "/actions/leave", leave),
                        () -> api.post(OWNER, path + "/actions/leave", leave)))
                .extracting(Api.Answer::status)
                .containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void theOwnerChoosesOnThePageAndTheTimelineSaysSo() {
        var id = api.start(Company.STAFF1, key, Map.of("amount", 1)).text("/id");
        assertThat(page("/cases/" + id + "/standing")).contains("协助调查", "走访", "够了");
        var place = api.get(OWNER, "/api/v1/cases/" + id).text("/choices/0/place");
        press("/cases/" + id + "/choices/" + place, "visit");
        assertThat(page("/cases/" + id)).contains("选择办理「走访」");
        press("/cases/" + id + "/choices/" + place, null);
        assertThat(page("/cases/" + id)).contains("结束了自选的工作");
        assertThat(api.caseOf(id).get("status").asString()).isEqualTo("completed");
    }

    private void press(String path, String activity) {
        var request = web.post()
                .uri(path)
                .with(SecurityMockMvcRequestPostProcessors.user(OWNER))
                .with(SecurityMockMvcRequestPostProcessors.csrf());
        if (activity != null) {
            request.param("activity", activity);
        }
        assertThat(Api.answer(request.exchange()).status()).isEqualTo(302);
    }

    private String page(String path) {
        return Api.answer(web.get()
                        .uri(path)
                        .with(SecurityMockMvcRequestPostProcessors.user(OWNER))
                        .exchange())
                .isFine(200)
                .body();
    }

    private Api.Answer hand(String table) {
        return Api.answer(web.post()
                .uri("/api/v1/processes?publish=true")
                .multipart()
                .file(new MockMultipartFile("model", MODEL.formatted(key).getBytes(StandardCharsets.UTF_8)))
                .file(new MockMultipartFile("decision", table.getBytes(StandardCharsets.UTF_8)))
                .with(SecurityMockMvcRequestPostProcessors.user(Company.DESIGNER1))
                .exchange());
    }
}

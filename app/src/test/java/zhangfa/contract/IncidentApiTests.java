package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** Cases that cannot go on by themselves: who sees it, who mends it, and what comes of that, over the API and on pages. */
@CompanyTest
class IncidentApiTests {

    private static final String PATH = "/api/v1/incidents";
    private static final String OWNER = "financehead";

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
              <bpmn:process id="incident-api" name="按金额分流" isExecutable="true" zhangfa:owner="person:financehead">
                <bpmn:startEvent id="start"/>
                <bpmn:exclusiveGateway id="large" name="金额大不大" default="c"/>
                <bpmn:userTask id="chief" name="总监"/>
                <bpmn:userTask id="clerk" name="专员"/>
                <bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="large"/>
                <bpmn:sequenceFlow id="b" sourceRef="large" targetRef="chief">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">= if amount = "" then "?" else amount > 100</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="c" sourceRef="large" targetRef="clerk"/>
                <bpmn:sequenceFlow id="d" sourceRef="chief" targetRef="end"/>
                <bpmn:sequenceFlow id="e" sourceRef="clerk" targetRef="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    MockMvcTester web;

    private Api api;
    private String id;

    @BeforeEach
    void aCaseThatStops() {
        api = new Api(web);
        api.send(
                        HttpMethod.POST,
                        Company.DESIGNER1,
                        "/api/v1/processes?publish=true",
                        MODEL,
                        MediaType.APPLICATION_XML,
                        Map.of())
                .isFine(201);
        id = stopped();
    }

    @Test
    void itIsListedWithPlaceAndReasonAndItsOwnerIsTold() {
        var incident = incident(id);
        assertThat(incident.get("element").asString()).isEqualTo("large");
        assertThat(incident.get("element_name").asString()).isEqualTo("金额大不大");
        assertThat(incident.get("kind").asString()).isEqualTo("condition");
        assertThat(incident.get("reason").asString()).isEqualTo("分支条件算不出是或否");
        assertThat(incident.get("actions").get(0).asString()).isEqualTo("retry");
        assertThat(api.get(OWNER, "/api/v1/notifications?page_size=200")
                        .isFine(200)
                        .body())
                .contains(id, "case.stuck");
    }

    @Test
    void ofTwoWhoRetryAtTheSameMomentOneDoes() throws Exception {
        var retry = PATH + "/" + incident(id).get("id").asString() + "/actions/retry";
        assertThat(Api.atOnce(() -> api.post(OWNER, retry, Map.of()), () -> api.post(OWNER, retry, Map.of())))
                .extracting(Api.Answer::status)
                .containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void correctedWithAReasonItGoesOn() {
        var retry = PATH + "/" + incident(id).get("id").asString() + "/actions/retry";
        api.post(OWNER, retry, Map.of("form", Map.of("amount", 500))).isProblem(422, "/comment");
        var again = api.post(OWNER, retry, Map.of()).isFine(200);
        assertThat(again.text("/result")).isEqualTo("again");
        api.post(OWNER, retry, Map.of()).isProblem(409);
        var second = PATH + "/" + incident(id).get("id").asString() + "/actions/retry";
        var mended = api.post(OWNER, second, Map.of("form", Map.of("amount", 500), "comment", "漏填金额"))
                .isFine(200);
        assertThat(mended.text("/result")).isEqualTo("resolved");
        assertThat(api.open(id)).containsExactly("chief[\"staff1\"]");
        var journal = api.get(OWNER, "/api/v1/cases/" + id + "/journal").isFine(200);
        assertThat(journal.body()).contains("incident_resolved", "漏填金额");
        assertThat(api.get(OWNER, PATH + "?state=resolved&process=incident-api&page_size=200")
                        .isFine(200)
                        .body())
                .contains(id);
    }

    @Test
    void severalAreTriedTogetherEachWithItsOwnResult() {
        var other = stopped();
        var first = incident(id).get("id").asString();
        var results = api.post(
                        OWNER,
                        PATH + "/actions/retry",
                        Map.of("ids", List.of(first, incident(other).get("id").asString(), "no-such")))
                .isFine(200)
                .json()
                .get("items");
        assertThat(results.valueStream().map(one -> one.get("result").asString()))
                .containsExactly("again", "again", "refused");
        api.post(OWNER, PATH + "/actions/retry", Map.of()).isProblem(422, "/ids");
    }

    @Test
    void onlyOwnersAndTheInspectorSeeThemAndOnlyOwnersMend() {
        var named = incident(id).get("id").asString();
        api.get(Company.STAFF1, PATH).isProblem(403);
        api.get(Company.STAFF1, PATH + "/" + named).isProblem(404);
        api.get("inspector1", PATH + "/" + named).isFine(200);
        api.post("inspector1", PATH + "/" + named + "/actions/retry", Map.of()).isProblem(403);
        api.get(OWNER, PATH + "/x").isProblem(404);
        api.get(OWNER, PATH + "?kind=moon").isProblem(422, "/kind");
        api.get(OWNER, PATH + "?state=moon").isProblem(422, "/state");
        api.get(OWNER, PATH + "?after=x").isProblem(422, "/after");
    }

    @Test
    void aListIsReadInPieces() {
        stopped();
        var first = api.get(OWNER, PATH + "?process=incident-api&page_size=1&count=true")
                .isFine(200);
        assertThat(first.json().get("total").asLong()).isGreaterThan(1);
        var second = api.get(OWNER, PATH + "?process=incident-api&page_size=1&after=" + first.text("/next"))
                .isFine(200);
        assertThat(second.text("/items/0/id")).isNotEqualTo(first.text("/items/0/id"));
    }

    @Test
    void pagesShowItMendItAndMoveItOn() {
        var named = incident(id).get("id").asString();
        assertThat(page(OWNER, "/incidents?process=incident-api"))
                .contains(named, "分支条件算不出是或否")
                .contains("/incidents.csv?process=incident-api");
        assertThat(page(OWNER, "/incidents.csv?process=incident-api")).contains("金额大不大");
        assertThat(page(OWNER, "/cases/" + id + "/standing")).contains("/incidents/" + named);
        assertThat(page(Company.STAFF1, "/cases/" + id + "/standing"))
                .contains("金额大不大")
                .doesNotContain("/incidents/");
        assertThat(page(OWNER, "/incidents/" + named)).contains("name=\"data\"", "name=\"why\"");
        assertThat(sent(OWNER, "/incidents/" + named + "/retry", "data", "{"))
                .hasStatus(422)
                .bodyText()
                .contains("请写成一个 JSON 对象");
        assertThat(sent(OWNER, "/incidents/retry", "id", named))
                .hasStatusOk()
                .bodyText()
                .contains("又停住了");
        var next = incident(id).get("id").asString();
        assertThat(sent(OWNER, "/incidents/" + next + "/jump", "to", "clerk")).hasStatus(422);
        assertThat(sent(OWNER, "/incidents/" + next + "/jump", "to", "clerk", "why", "金额不大"))
                .hasStatus3xxRedirection();
        assertThat(api.open(id)).containsExactly("clerk[\"staff1\"]");
    }

    @Test
    void ownersJumpAndReopenOnThePageOfACaseWithAReason() {
        var fine = api.start(Company.STAFF1, "incident-api", Map.of("amount", 1))
                .isFine(201)
                .text("/id");
        assertThat(page(OWNER, "/cases/" + fine + "/standing")).contains("/cases/" + fine + "/jump");
        assertThat(page(Company.STAFF1, "/cases/" + fine + "/standing")).doesNotContain("/jump");
        assertThat(sent(OWNER, "/cases/" + fine + "/jump", "to", "chief")).hasStatus(422);
        assertThat(sent(OWNER, "/cases/" + fine + "/jump", "to", "chief", "why", "金额写错了"))
                .hasStatus3xxRedirection();
        assertThat(api.open(fine)).containsExactly("chief[\"staff1\"]");
        api.does(Company.STAFF1, fine, "complete").isFine(200);
        assertThat(page(OWNER, "/cases/" + fine + "/standing")).contains("/cases/" + fine + "/reopening");
        assertThat(sent(Company.STAFF1, "/cases/" + fine + "/reopening", "to", "clerk", "why", "再来"))
                .hasStatus(403);
        assertThat(sent(OWNER, "/cases/" + fine + "/reopening", "to", "clerk", "why", "漏了附件"))
                .hasStatus3xxRedirection();
        assertThat(api.open(fine)).containsExactly("clerk[\"staff1\"]");
    }

    private String stopped() {
        return api.start(Company.STAFF1, "incident-api", Map.of("amount", ""))
                .isFine(201)
                .text("/id");
    }

    private JsonNode incident(String caseId) {
        return api.get(OWNER, PATH + "?process=incident-api&page_size=200")
                .isFine(200)
                .json()
                .get("items")
                .valueStream()
                .filter(one -> one.at("/case/id").asString().equals(caseId))
                .findFirst()
                .orElseThrow();
    }

    private String page(String who, String path) {
        var result = web.get().uri(path).with(user(who)).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult sent(String who, String path, String... fields) {
        var request = web.post().uri(path).with(user(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}

package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** The board of what is late, its file and its API, and one tap that urges. */
@CompanyTest
class OverdueApiTests {

    private static final String PATH = "/api/v1/overdue";

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="test">
              <bpmn:process id="overdue-tests" name="限时办理" isExecutable="true">
                <bpmn:startEvent id="start"/>
                <bpmn:userTask id="head" name="部门负责人" zhangfa:kind="approval">
                  <bpmn:extensionElements><zhangfa:assignment strategy="unit-head"/><zhangfa:limit within="PT0.001S" unit="wall"/></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="head"/>
                <bpmn:sequenceFlow id="b" sourceRef="head" targetRef="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    MockMvcTester web;

    private Api api;
    private String id;

    @BeforeEach
    void aLateCase() {
        api = new Api(web);
        api.send(
                        HttpMethod.POST,
                        Company.DESIGNER1,
                        "/api/v1/processes?publish=true",
                        MODEL,
                        MediaType.APPLICATION_XML,
                        Map.of())
                .isFine(201);
        id = api.post(
                        Company.STAFF1,
                        "/api/v1/cases",
                        Map.of("process", "overdue-tests", "form", Map.of(), "title", "=1+1 逾期"))
                .isFine(201)
                .text("/id");
    }

    @Test
    void whatIsLateIsListedWithWhomAndSinceWhen() {
        var listed = api.get(Company.MANAGER, PATH + "?process=overdue-tests&person=head1&count=true&page_size=200")
                .isFine(200);
        var late = listed.json()
                .get("items")
                .valueStream()
                .filter(one -> one.at("/case/id").asString().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(late.get("step").asString()).isEqualTo("head");
        assertThat(late.at("/assignees/0").asString()).isEqualTo("head1");
        assertThat(late.get("accountable").asString()).isEqualTo("head1");
        assertThat(late.get("due_at").asString()).isNotEmpty();
        assertThat(listed.json().get("total").asLong()).isPositive();
    }

    @Test
    void aListIsReadInPiecesTheLongestOverdueFirst() {
        api.post(Company.STAFF1, "/api/v1/cases", Map.of("process", "overdue-tests", "form", Map.of()))
                .isFine(201);
        var first = api.get(Company.MANAGER, PATH + "?process=overdue-tests&page_size=1")
                .isFine(200);
        var second = api.get(Company.MANAGER, PATH + "?process=overdue-tests&page_size=1&after=" + first.text("/next"))
                .isFine(200);
        assertThat(second.text("/items/0/due_at")).isGreaterThanOrEqualTo(first.text("/items/0/due_at"));
        assertThat(second.text("/items/0/task")).isNotEqualTo(first.text("/items/0/task"));
    }

    @Test
    void sumsAreByPersonUnitAndProcess() {
        for (var by : Map.of("person", "head1", "process", "overdue-tests").entrySet()) {
            var sums = api.get(Company.MANAGER, PATH + "/sums?process=overdue-tests&by=" + by.getKey())
                    .isFine(200);
            assertThat(sums.text("/items/0/key")).isEqualTo(by.getValue());
            assertThat(sums.json().at("/items/0/count").asInt()).isPositive();
        }
        var unit = api.get(Company.MANAGER, PATH + "/sums?process=overdue-tests&by=unit")
                .isFine(200)
                .text("/items/0/key");
        assertThat(api.get(Company.MANAGER, PATH + "?process=overdue-tests&unit=" + unit)
                        .isFine(200)
                        .json()
                        .get("items"))
                .isNotEmpty();
    }

    @Test
    void whoAnswersForNobodyIsRefusedAndNonsenseIsNamed() {
        api.get(Company.STAFF1, PATH).isProblem(403);
        api.get(Company.STAFF1, PATH + "/sums").isProblem(403);
        api.get(Company.MANAGER, PATH + "/sums?by=moon").isProblem(422, "/by");
        api.get(Company.MANAGER, PATH + "?person=nobody").isProblem(422, "/person");
        api.get(Company.MANAGER, PATH + "?unit=nowhere").isProblem(422, "/unit");
        api.get(Company.MANAGER, PATH + "?after=x").isProblem(422, "/after");
        assertThat(web.get().uri("/overdue").with(user(Company.STAFF1))).hasStatus(403);
    }

    @Test
    void theBoardShowsItAndOneTapUrgesOnce() {
        for (var by : new String[] {"person", "unit", "process"}) {
            assertThat(web.get().uri("/overdue?process=overdue-tests&by=" + by).with(user(Company.MANAGER)))
                    .hasStatusOk()
                    .bodyText()
                    .contains("=1+1 逾期", "/overdue/" + id + "/urging", "<progress");
        }
        assertThat(urge()).isEqualTo("已催办");
        assertThat(urge()).startsWith("您刚刚催办过");
    }

    @Test
    void inItsFileNothingThatPeopleTypedBecomesAFormula() {
        var answer = web.get()
                .uri("/overdue.csv?process=overdue-tests")
                .with(user(Company.MANAGER))
                .exchange();
        assertThat(answer.getResponse().getHeader("Content-Disposition")).contains("overdue.csv");
        assertThat(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .startsWith("\uFEFF编号,")
                .contains(",'=1+1 逾期,");
    }

    private String urge() {
        var answer = Api.answer(web.post()
                .uri("/overdue/" + id + "/urging")
                .with(user(Company.MANAGER))
                .with(csrf())
                .exchange());
        return answer.isFine(200).body().replaceAll("(?s)<[^>]*>", "").strip();
    }
}

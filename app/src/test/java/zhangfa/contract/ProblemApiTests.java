package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** Whatever is wrong is answered as a problem that says what; nothing of it is our failure. */
@CompanyTest
class ProblemApiTests {

    @Autowired
    MockMvcTester web;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nonsense",
                "/api/v1/cases/no-uuid",
                "/api/v1/cases/00000000-0000-0000-0000-000000000000",
                "/api/v1/cases/123/journal",
                "/api/v1/tasks/no-uuid",
                "/api/v1/files/no-uuid",
                "/api/v1/processes/nonsense",
                "/api/v1/processes/nonsense/bpmn"
            })
    void whatIsNotThereIsNotFound(String path) {
        api.get(Company.STAFF1, path).isProblem(404);
    }

    @Test
    void anActionThatDoesNotExistIsNotFound() {
        var claim = api.claim(Company.STAFF1, "5.00");
        api.act(Company.HEAD1, api.task(claim), "fly", Map.of()).isProblem(404);
        api.post(Company.STAFF1, "/api/v1/cases/" + claim + "/actions/fly", Map.of())
                .isProblem(404);
        api.act(Company.STAFF1, "no-uuid", "approve", Map.of()).isProblem(404);
    }

    @Test
    void aMethodThatIsNotThereNamesThoseThatAre() {
        var answer = send(HttpMethod.DELETE, "/api/v1/cases", null, MediaType.APPLICATION_JSON, Map.of());
        answer.isProblem(405);
        assertThat(answer.whole().getResponse().getHeader("Allow")).contains("GET", "POST");
    }

    @Test
    void typesThatNobodySpeaksAreRefused() {
        send(HttpMethod.POST, "/api/v1/cases", "<a/>", MediaType.APPLICATION_XML, Map.of())
                .isProblem(415);
        send(HttpMethod.POST, "/api/v1/processes", "{}", MediaType.APPLICATION_JSON, Map.of())
                .isProblem(415);
        Api.answer(web.get()
                        .uri("/api/v1/cases")
                        .accept("image/png")
                        .with(user(Company.STAFF1))
                        .exchange())
                .isProblem(406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"process\": ",
                "[]",
                "\"x\"",
                "5",
                "null",
                "{\"process\":5,\"form\":{}}",
                "{\"process\":true,\"form\":{}}",
                "{\"process\":{},\"form\":{}}",
                "{\"process\":\"expense-claim\",\"title\":{},\"form\":{}}",
                "{\"process\":\"expense-claim\",\"title\":5,\"form\":{}}",
                "{\"process\":\"a\",\"process\":\"b\"}",
                "{\"process\":\"expense-claim\",\"form\":{\"a\":NaN}}"
            })
    void anEnvelopeThatCannotBeReadIsMalformed(String body) {
        api.post(Company.STAFF1, "/api/v1/cases", body).isProblem(400);
    }

    @Test
    void nestingWithoutEndIsMalformed() {
        var deep = "{\"a\":".repeat(3000) + "1" + "}".repeat(3000);
        api.post(Company.STAFF1, "/api/v1/cases", "{\"process\":\"expense-claim\",\"form\":" + deep + "}")
                .isProblem(400);
    }

    @Test
    void charactersThatCannotBeKeptAreRefusedByTheirField() {
        var claim = api.claim(Company.STAFF1, "5.00");
        api.post(Company.STAFF1, "/api/v1/cases", "{\"process\":\"a\\u0000b\",\"form\":{}}")
                .isProblem(422, "/process");
        api.post(Company.STAFF1, "/api/v1/cases", "{\"process\":\"expense-claim\",\"title\":\"a\\ud800b\"}")
                .isProblem(422, "/title");
        api.start(Company.STAFF1, Map.of("lines", new Object[] {Map.of("category", "a\0")}))
                .isProblem(422, "/form/lines/0/category");
        api.act(Company.HEAD1, api.task(claim), "approve", "{\"comment\":\"a\\u0000\"}")
                .isProblem(422, "/comment");
        var filtered = web.get().uri("/api/v1/cases").param("process", "a\0").with(user(Company.STAFF1));
        Api.answer(filtered.exchange()).isProblem(400);
    }

    @Test
    void aNumberBeyondReckoningIsAWrongField() {
        api.post(
                        Company.STAFF1,
                        "/api/v1/cases",
                        "{\"process\":\"expense-claim\",\"form\":{\"lines\":[{\"amount\":1e400000}]}}")
                .isProblem(422, "/form/lines/0/amount");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/cases",
                "/api/v1/tasks",
                "/api/v1/processes",
                "/api/v1/rulebook/clauses",
                "/api/v1/organization/units",
                "/api/v1/organization/people"
            })
    void everyListSaysHowLongItsPiecesMayBe(String list) {
        for (var size : new String[] {"0", "201", "abc", "-1"}) {
            api.get(Company.STAFF1, list + "?page_size=" + size).isProblem(422, "/page_size");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1~x", "~", "9223372036854775807~00000000-0000-0000-0000-000000000000"})
    void aCursorThatNobodyGaveIsRefused(String cursor) {
        api.get(Company.STAFF1, "/api/v1/cases?after=" + cursor).isProblem(422, "/after");
        api.get(Company.STAFF1, "/api/v1/tasks?after=" + cursor).isProblem(422, "/after");
    }

    @Test
    void aFilterThatCannotBeMetIsRefused() {
        api.get(Company.STAFF1, "/api/v1/cases?status=unknown").isProblem(422, "/status");
        api.get(Company.STAFF1, "/api/v1/cases?started_by=you").isProblem(422, "/started_by");
        api.get(Company.STAFF1, "/api/v1/tasks?box=unknown").isProblem(422, "/box");
    }

    @Test
    void problemsSpeakTheReadersLanguage() {
        var path = "/api/v1/cases/" + UUID.randomUUID();
        assertThat(said(path, "zh-CN")).isEqualTo("没有找到，或者您无权查看。");
        assertThat(said(path, "zh-TW")).isEqualTo("找不到，或者您無權檢視。");
        assertThat(said(path, "en")).isEqualTo("Not found, or you may not see it.");
    }

    @Test
    void healthTellsNothingButUp() {
        assertThat(web.get().uri("/actuator/health")).bodyJson().isStrictlyEqualTo("{\"status\":\"UP\"}");
    }

    private String said(String path, String language) {
        var answer = send(HttpMethod.GET, path, null, MediaType.APPLICATION_JSON, Map.of("Accept-Language", language));
        return answer.text("/detail");
    }

    private Api.Answer send(
            HttpMethod method, String path, @Nullable String body, MediaType type, Map<String, String> headers) {
        return api.send(method, Company.STAFF1, path, body, type, headers);
    }
}

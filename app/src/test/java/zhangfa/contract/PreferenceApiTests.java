package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** Everybody says for themselves how they want to be reached. */
@CompanyTest
class PreferenceApiTests {

    private static final String PATH = "/api/v1/notifications/preferences";

    @Autowired
    MockMvcTester web;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @Test
    void whoHasNotChosenGetsTheUsual() {
        var usual = api.get(Company.AGENT2, PATH).isFine(200).json();
        assertThat(usual.get("language").asString()).isEqualTo("zh-CN");
        assertThat(usual.get("digest").asBoolean()).isFalse();
        assertThat(usual.get("quiet_from").isNull()).isTrue();
        assertThat(usual.get("email").toString()).contains("task.assigned").doesNotContain("case.decided");
    }

    @Test
    void whatIsChosenIsKept() {
        put(Company.AGENT1, """
                {"language":"en","quiet_from":"22:00","quiet_to":"07:30","digest":true,"email":["case.decided"]}""").isFine(200);
        var kept = api.get(Company.AGENT1, PATH).isFine(200).json();
        assertThat(kept.toString())
                .isEqualTo(
                        "{\"language\":\"en\",\"quiet_from\":\"22:00\",\"quiet_to\":\"07:30\",\"digest\":true,\"email\":[\"case.decided\"]}");
    }

    @Test
    void thePageKeepsTheSame() {
        assertThat(web.post()
                        .uri("/notifications/preferences")
                        .param("kind", "task.assigned")
                        .param("language", "zh-TW")
                        .param("digest", "true")
                        .with(user(Company.AGENT_HEAD))
                        .with(csrf()))
                .hasStatus(302);
        var kept = api.get(Company.AGENT_HEAD, PATH).isFine(200).json();
        assertThat(kept.get("email").toString()).isEqualTo("[\"task.assigned\"]");
        assertThat(kept.get("language").asString()).isEqualTo("zh-TW");
        assertThat(web.get().uri("/notifications/preferences").with(user(Company.AGENT_HEAD)))
                .hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"language\":\"fr\"}|/language",
                "{\"language\":\"en\",\"quiet_from\":\"22:00\"}|/quiet_to",
                "{\"language\":\"en\",\"quiet_to\":\"22:00\"}|/quiet_from",
                "{\"language\":\"en\",\"quiet_from\":\"25:00\",\"quiet_to\":\"07:00\"}|/quiet_from",
                "{\"language\":\"en\",\"quiet_from\":\"07:00\",\"quiet_to\":\"07:00\"}|/quiet_to",
                "{\"language\":\"en\",\"email\":[\"task.assigned\",\"gossip\"]}|/email/1"
            })
    void whatMakesNoSenseIsRefusedByItsField(String body, String pointer) {
        put(Company.AGENT2, body).isProblem(422, pointer);
    }

    @Test
    void deliveriesAreForWhoRunsTheInstallation() {
        api.get(Company.ROOT, "/api/v1/deliveries?status=failed").isFine(200);
        api.get(Company.ROOT, "/api/v1/deliveries?status=lost").isProblem(422, "/status");
        api.get(Company.STAFF1, "/api/v1/deliveries").isProblem(403);
        api.post(Company.ROOT, "/api/v1/deliveries/00000000-0000-0000-0000-000000000000/actions/retry", Map.of())
                .isProblem(404);
    }

    private Api.Answer put(String who, String body) {
        return api.send(HttpMethod.PUT, who, PATH, body, MediaType.APPLICATION_JSON, Map.of());
    }
}

package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** Endpoints are set up by who runs the installation; what is secret about them is told once and kept sealed. */
@CompanyTest
class EndpointApiTests {

    private static final String PATH = "/api/v1/endpoints";

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient jdbc;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @Test
    void aWebhookGetsASecretThatIsToldOnce() {
        var made = api.post(Company.ROOT, PATH, wish("cloudevents", "https://hooks.example.com/x?token=t0ken"))
                .isFine(201);
        assertThat(made.text("/secret")).startsWith("whsec_").hasSize(50);
        var listed = api.get(Company.ROOT, PATH).isFine(200).body();
        assertThat(listed)
                .contains(made.text("/id"), "hooks.example.com")
                .doesNotContain("whsec_", "t0ken", made.text("/secret").substring(6));
        var kept = jdbc.sql("select encode(sealed, 'escape') from notification.endpoint where id = ?::uuid")
                .param(made.text("/id"))
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain("t0ken", "hooks.example.com");
        remove(made.text("/id")).isFine(204);
        remove(made.text("/id")).isProblem(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/",
                "https://user:pw@hooks.example.com/",
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "https:///nowhere",
                "not a url",
                ""
            })
    void anAddressMustBeEncryptedAndWhole(String url) {
        api.post(Company.ROOT, PATH, wish("dingtalk", url)).isProblem(422, "/url");
    }

    @Test
    void whatIsWrongIsNamed() {
        api.post(Company.ROOT, PATH, Map.of()).isProblem(422, "/name", "/format", "/url", "/kinds");
        api.post(
                        Company.ROOT,
                        PATH,
                        Map.of(
                                "name",
                                "n",
                                "format",
                                "fax",
                                "url",
                                "https://a.example.com",
                                "kinds",
                                List.of("gossip")))
                .isProblem(422, "/format", "/kinds/0");
        api.post(Company.STAFF1, PATH, wish("wecom", "https://a.example.com")).isProblem(403);
    }

    private Api.Answer remove(String id) {
        return api.send(HttpMethod.DELETE, Company.ROOT, PATH + "/" + id, null, MediaType.APPLICATION_JSON, Map.of());
    }

    private static Map<String, Object> wish(String format, String url) {
        return Map.of("name", "群", "format", format, "url", url, "kinds", List.of("case.ended"));
    }
}

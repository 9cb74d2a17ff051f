package zhangfa.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.Company;

/** An outside system as an administrator sets it up over the API, to be removed after the test. */
public record Setup(MockMvcTester web, UUID id, String key) implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    public static Setup of(
            MockMvcTester web, String kind, List<String> matching, Map<String, String> settings, String secret) {
        var key = kind + "-" + UUID.randomUUID().toString().substring(0, 8);
        var added = add(web, key, kind, matching, settings, secret);
        assertThat(added).hasStatus(201);
        try {
            return new Setup(
                    web, UUID.fromString(JsonPath.read(added.getResponse().getContentAsString(), "$.id")), key);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static MvcTestResult add(
            MockMvcTester web,
            String key,
            String kind,
            List<String> matching,
            Map<String, String> settings,
            String secret) {
        return web.post()
                .uri("/api/v1/providers")
                .with(user(Company.ROOT))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body(key, kind, matching, settings, secret))
                .exchange();
    }

    public MvcTestResult change(String kind, List<String> matching, Map<String, String> settings, String secret) {
        return web.put()
                .uri("/api/v1/providers/" + id)
                .with(user(Company.ROOT))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body(key, kind, matching, settings, secret))
                .exchange();
    }

    public MvcTestResult test() {
        return web.post()
                .uri("/api/v1/providers/" + id + "/actions/test")
                .with(user(Company.ROOT))
                .exchange();
    }

    /** The administrator says who of there is who here. */
    public void link(String username, String subject) {
        assertThat(web.post()
                        .uri("/api/v1/accounts/" + username + "/identities")
                        .with(user(Company.ROOT))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsString(Map.of("provider", id, "subject", subject))))
                .hasStatus(201);
    }

    private static String body(
            String key, String kind, List<String> matching, Map<String, String> settings, String secret) {
        return JSON.writeValueAsString(Map.of(
                "key",
                key,
                "kind",
                kind,
                "labels",
                Map.of("zh-CN", "统一登录 " + key, "zh-TW", "單一登入 " + key, "en", "Sign-on " + key),
                "matching",
                matching,
                "settings",
                settings,
                "secret",
                secret));
    }

    @Override
    public void close() {
        assertThat(web.delete().uri("/api/v1/providers/" + id).with(user(Company.ROOT)))
                .hasStatus(204);
    }
}

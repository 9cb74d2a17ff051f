package zhangfa.directory;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import zhangfa.Visitor;

/** Somebody's browser: keeps its session's cookie from page to page, and comes from an address of its own. */
public final class Browser {

    /** Its name where no web server runs. */
    private static final String SESSION = "SESSION";

    private final MockMvcTester web;
    private final RequestPostProcessor visitor = Visitor.fromElsewhere();
    private @Nullable Cookie session;

    public Browser(MockMvcTester web) {
        this.web = web;
    }

    public MvcTestResult get(String path) {
        return send(web.get().uri(URI.create(path)));
    }

    public MvcTestResult post(String path, Map<String, String> form) {
        var request = web.post().uri(URI.create(path)).with(csrf());
        form.forEach(request::param);
        return send(request);
    }

    public MvcTestResult logIn(String username, String password) {
        return post("/login", Map.of("username", username, "password", password));
    }

    public String session() {
        return session == null ? "" : session.getValue();
    }

    /** The name of whoever is signed in, or where they are sent instead. */
    public String whoAmI() {
        var page = get("/me");
        var body = new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return page.getResponse().getStatus() == 200
                ? body.replaceFirst("(?s).*<dt>用户名</dt><dd>([^<]*)</dd>.*", "$1")
                : String.valueOf(page.getResponse().getRedirectedUrl());
    }

    private MvcTestResult send(MockMvcRequestBuilder request) {
        if (session != null) {
            request.cookie(session);
        }
        var result = request.with(visitor).exchange();
        var kept = result.getResponse().getCookie(SESSION);
        if (kept != null) {
            session = kept;
        }
        return result;
    }
}

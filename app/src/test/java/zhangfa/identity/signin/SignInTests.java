package zhangfa.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.Visitor;

/** The log-in page and the session. */
@CompanyTest
class SignInTests {

    @Autowired
    MockMvcTester web;

    private final RequestPostProcessor visitor = Visitor.fromElsewhere();

    @Test
    void whoeverIsNotSignedInIsSentToTheLogInPageAndBack() {
        assertThat(web.get().uri("/organization?unit=x")).hasRedirectedUrl("/login?then=%2Forganization%3Funit%3Dx");
        assertThat(signIn(Company.STAFF1, Company.PASSWORD, "/organization?unit=x"))
                .hasRedirectedUrl("/organization?unit=x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "javascript:1"})
    void nobodyIsSentToAnotherHost(String wanted) {
        assertThat(signIn(Company.STAFF1, Company.PASSWORD, wanted)).hasRedirectedUrl("/");
    }

    @Test
    void aWrongPasswordShowsTheFormAgainWithTheNameKept() {
        assertThat(signIn(Company.STAFF1, "wrong", "/")).hasStatus(401).hasForwardedUrl("/login/refusal");
        assertThat(formAfter("{identity.wrong-password}", Company.STAFF1))
                .bodyText()
                .contains("用户名或密码不正确。")
                .contains("value=\"staff1\"");
    }

    @Test
    void aScriptInTheNameIsShownAsText() {
        assertThat(formAfter("{identity.wrong-password}", "<script>alert(1)</script>"))
                .bodyText()
                .doesNotContain("<script>alert")
                .contains("&lt;script>");
    }

    @Test
    void tooManyFailuresAreSaidOnThePage() {
        var nobody = "nobody-" + UUID.randomUUID();
        for (int failure = 0; failure < 10; failure++) {
            assertThat(signIn(nobody, "wrong", "/")).hasStatus(401);
        }
        assertThat(signIn(nobody, "wrong", "/")).hasStatus(429).hasForwardedUrl("/login/refusal");
        assertThat(formAfter("{identity.too-many|15}", nobody)).bodyText().contains("请约 15 分钟后再试");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        assertThat(web.post().uri("/logout").with(user(Company.STAFF1))).hasStatus(403);
        assertThat(web.post().uri("/logout").with(user(Company.STAFF1)).with(csrf()))
                .hasRedirectedUrl("/login?out");
    }

    @Test
    void everyPageForbidsForeignAndInlineScripts() {
        var page = web.get().uri("/login").exchange();
        assertThat(page).headers().hasValue("X-Content-Type-Options", "nosniff").hasValue("X-Frame-Options", "DENY");
        assertThat(page.getResponse().getHeader("Content-Security-Policy"))
                .contains("script-src 'self';", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(page.getResponse().getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.getResponse().getHeader("Permissions-Policy")).contains("camera=()");
        assertThat(page.getResponse().getHeader("Strict-Transport-Security")).isNull();
    }

    @Test
    void onlyOperatorsSeeTheMeters() {
        assertThat(web.get().uri("/actuator/health")).hasStatusOk();
        assertThat(web.get().uri("/actuator/prometheus").with(user(Company.STAFF1)))
                .hasStatus(403);
        assertThat(web.get().uri("/actuator/prometheus").with(user(Company.ROOT)))
                .hasStatusOk();
    }

    /** The form that a refusal is forwarded to. */
    private MvcTestResult formAfter(String refusal, String username) {
        return web.post()
                .uri("/login/refusal")
                .param("username", username)
                .requestAttr(SignInOutcome.REFUSAL, refusal)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult signIn(String username, String password, String then) {
        return web.post()
                .uri("/login")
                .param("username", username)
                .param("password", password)
                .param("then", then)
                .with(csrf())
                .with(visitor)
                .exchange();
    }
}

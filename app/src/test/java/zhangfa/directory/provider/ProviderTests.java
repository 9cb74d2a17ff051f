package zhangfa.directory.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.directory.Setup;

/** Setting outside systems up, over the API and on pages. */
@CompanyTest
class ProviderTests {

    private static final String SECRET = "a-secret-" + UUID.randomUUID();
    private static final Map<String, String> SETTINGS = Map.of("issuer", "https://sso.example", "client_id", "zhangfa");

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient jdbc;

    @Test
    void itsButtonStandsOnTheLogInPageInTheReadersLanguage() {
        try (var setup = setUp()) {
            assertThat(web.get().uri("/login?then=/notices").locale(Locale.SIMPLIFIED_CHINESE))
                    .bodyText()
                    .contains("统一登录 " + setup.key())
                    .contains("/login/via/%s?to=%%2Fnotices".formatted(setup.key()));
            assertThat(web.get().uri("/login").locale(Locale.ENGLISH))
                    .bodyText()
                    .contains("Sign-on " + setup.key());
        }
    }

    @Test
    void oneThatIsSwitchedOffIsOfferedToNobody() {
        try (var setup = setUp()) {
            var form = "/administration/providers/" + setup.id();
            assertThat(web.post()
                            .uri(form)
                            .param("labels.zh-CN", "停用的")
                            .param("labels.zh-TW", "停用的")
                            .param("labels.en", "Off")
                            .param("settings.issuer", "https://sso.example")
                            .param("settings.client_id", "zhangfa")
                            .with(user(Company.ROOT))
                            .with(csrf()))
                    .hasRedirectedUrl(form);
            assertThat(web.get().uri("/login")).bodyText().doesNotContain("/login/via/" + setup.key());
            assertThat(web.get().uri("/login/via/" + setup.key())).hasStatus(404);
        }
    }

    @Test
    void theSecretIsToldToNobody() {
        try (var setup = setUp()) {
            assertThat(web.get().uri("/api/v1/providers").with(user(Company.ROOT)))
                    .bodyText()
                    .contains("\"has_secret\":true")
                    .doesNotContain(SECRET);
            assertThat(web.get().uri("/administration/providers/" + setup.id()).with(user(Company.ROOT)))
                    .hasStatusOk()
                    .bodyText()
                    .contains("/login/via/" + setup.key() + "/return")
                    .doesNotContain(SECRET);
            var kept = jdbc.sql("select sealed from directory.provider where id = ?")
                    .param(setup.id())
                    .query(byte[].class)
                    .single();
            assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
            assertThat(jdbc.sql("select count(*) from journal.entry where data like ?")
                            .param("%" + SECRET + "%")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void aKeptSecretIsNeverSentToAnotherAddress() {
        try (var setup = setUp()) {
            var moved = Map.of("issuer", "https://elsewhere.example", "client_id", "zhangfa");
            assertThat(setup.change("oidc", List.of(), moved, ""))
                    .hasStatus(422)
                    .bodyJson()
                    .extractingPath("$.errors[*].pointer")
                    .asArray()
                    .containsExactly("/secret");
            assertThat(setup.change("oidc", List.of(), moved, "another")).hasStatusOk();
            assertThat(setup.change("oidc", List.of("email"), moved, ""))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.matching")
                    .asArray()
                    .containsExactly("email");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sso.example",
                "http://127.0.0.1:9",
                "https://somebody:password@sso.example",
                "file:///etc/passwd",
                "sso.example",
                "https://{x}"
            })
    void anAddressThatIsNotEncryptedOrNoneIsRefused(String issuer) {
        assertThat(Setup.add(
                        web,
                        "x-" + UUID.randomUUID().toString().substring(0, 8),
                        "oidc",
                        List.of(),
                        Map.of("issuer", issuer, "client_id", "zhangfa"),
                        ""))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .containsExactly("/settings/issuer");
    }

    @Test
    void aKeyIsGivenOnceAndNamesWhatIsMissing() {
        try (var setup = setUp()) {
            assertThat(Setup.add(web, setup.key(), "oidc", List.of(), SETTINGS, ""))
                    .hasStatus(422);
        }
        assertThat(Setup.add(web, "Not A Key", "oidc", List.of("shoe size"), Map.of(), ""))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .containsExactly("/key", "/settings/issuer", "/settings/client_id", "/matching/0");
        assertThat(Setup.add(web, "x", "carrier pigeon", List.of(), Map.of(), ""))
                .hasStatus(422);
    }

    @Test
    void thePagesShowWhatIsThereAndHowToBegin() {
        assertThat(web.get().uri("/administration/providers").with(user(Company.ROOT)))
                .hasStatusOk()
                .bodyText()
                .contains("/administration/providers/new?kind=oidc", "/administration/providers/new?kind=ldap");
        for (var kind : List.of("oidc", "ldap")) {
            assertThat(web.get()
                            .uri("/administration/providers/new?kind=" + kind)
                            .with(user(Company.ROOT)))
                    .hasStatusOk();
        }
        assertThat(web.get().uri("/me/identities").with(user(Company.STAFF1))).hasStatusOk();
    }

    private Setup setUp() {
        return Setup.of(web, "oidc", List.of(), SETTINGS, SECRET);
    }
}

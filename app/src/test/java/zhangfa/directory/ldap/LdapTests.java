package zhangfa.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.Visitor;
import zhangfa.directory.Browser;
import zhangfa.directory.Setup;
import zhangfa.directory.provider.Trouble;
import zhangfa.identity.AccountDesk;

/** Passwords of an LDAP directory, on the log-in page and for tokens. */
@CompanyTest
class LdapTests {

    private static final String PASSWORD = "the directory's password";

    private static FakeDirectory directory;

    @Autowired
    MockMvcTester web;

    @Autowired
    AccountDesk accounts;

    private final String newcomer = "ldap-" + UUID.randomUUID().toString().substring(0, 8);
    private Browser browser;

    @BeforeAll
    static void start() {
        directory = new FakeDirectory();
        directory.add(Company.ROOT, PASSWORD, "root@example.com");
        directory.add(Company.HR1, PASSWORD, "hr1@example.com");
    }

    @AfterAll
    static void stop() {
        directory.close();
    }

    @BeforeEach
    void open() {
        browser = new Browser(web);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldaps", "starttls"})
    void aDirectorysPasswordOpensTheAccountOfTheSameName(String security) {
        accounts.invite(newcomer, "新来的", List.of("staff"));
        directory.add(newcomer, PASSWORD, newcomer + "@example.com");
        try (var setup = setUp(security, List.of("username"))) {
            assertThat(setup.test()).hasStatus(204);
            assertThat(browser.logIn(newcomer, "wrong")).hasStatus(401);
            assertThat(browser.logIn(newcomer, PASSWORD)).hasRedirectedUrl("/");
            assertThat(browser.whoAmI()).isEqualTo(newcomer);
            assertThat(token(newcomer, PASSWORD)).isEqualTo(201);
        }
        assertThat(token(newcomer, PASSWORD)).isEqualTo(401);
    }

    @Test
    void thePasswordKeptHereGoesOnToWork() {
        try (var _ = setUp("ldaps", List.of("username"))) {
            assertThat(token(Company.HR1, Company.PASSWORD)).isEqualTo(201);
            assertThat(token(Company.HR1, PASSWORD)).isEqualTo(201);
        }
    }

    @Test
    void whoeverLooksAfterAccountsIsLocal() {
        try (var _ = setUp("ldaps", List.of("username"))) {
            assertThat(token(Company.ROOT, PASSWORD)).isEqualTo(401);
            assertThat(token(Company.ROOT, Company.PASSWORD)).isEqualTo(201);
        }
    }

    @Test
    void whoeverIsNotLinkedStaysOut() {
        directory.add(newcomer, PASSWORD, newcomer + "@example.com");
        try (var _ = setUp("ldaps", List.of("username"))) {
            assertThat(token(newcomer, PASSWORD)).isEqualTo(401);
        }
        try (var _ = setUp("ldaps", List.of())) {
            assertThat(token(Company.HR1, PASSWORD)).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "hr1)(uid=*", "*)(|(uid=*", "hr*", "hr1\\2a"})
    void aNameThatIsAFilterFindsNobody(String name) {
        try (var _ = setUp("ldaps", List.of("username"))) {
            assertThat(token(name, PASSWORD)).isEqualTo(401);
        }
    }

    @Test
    void noPasswordProvesNothing() {
        try (var _ = setUp("ldaps", List.of("username"))) {
            assertThat(browser.logIn(Company.HR1, "")).hasStatus(401);
        }
    }

    @Test
    void aNameBecomesAValueAndNeverAFilter() throws Trouble, LDAPException {
        assertThat(Search.filter("(&(objectClass=person)(|(uid={username})(mail={username})))", "a)(b=*\\")
                        .toString())
                .isEqualTo("(&(objectClass=person)(|(uid=a\\29\\28b=\\2a\\5c)(mail=a\\29\\28b=\\2a\\5c)))");
    }

    @Test
    void aCertificateThatIsNotBelievedIsRefused() {
        var settings = new HashMap<>(directory.settings("ldaps", directory.closedPort()));
        settings.remove("certificate");
        try (var setup = Setup.of(web, "ldap", List.of(), settings, FakeDirectory.READERS_PASSWORD)) {
            assertThat(setup.test()).hasStatus(409).bodyText().contains("证书");
        }
    }

    @Test
    void whatIsWrongIsSaidInWords() {
        try (var setup = Setup.of(
                web, "ldap", List.of(), directory.settings("ldaps", directory.closedPort()), "not the password")) {
            assertThat(setup.test()).hasStatus(409).bodyText().contains("拒绝了查询用户");
        }
        var settings = new HashMap<>(directory.settings("ldaps", directory.closedPort()));
        settings.put("base_dn", "ou=nowhere,dc=example,dc=com");
        try (var setup = Setup.of(web, "ldap", List.of(), settings, FakeDirectory.READERS_PASSWORD)) {
            assertThat(setup.test()).hasStatus(409).bodyText().contains("Base DN");
        }
    }

    @Test
    void everyWrongSettingIsNamed() {
        assertThat(Setup.add(
                        web,
                        "ldap-" + newcomer,
                        "ldap",
                        List.of(),
                        Map.of(
                                "host", "ldap://elsewhere:1",
                                "security", "none",
                                "port", "70x",
                                "base_dn", "not a dn",
                                "filter", "(uid=somebody)",
                                "certificate", "not a certificate"),
                        ""))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .containsExactlyInAnyOrder(
                        "/settings/security",
                        "/settings/port",
                        "/settings/host",
                        "/settings/base_dn",
                        "/settings/filter",
                        "/settings/certificate");
    }

    private Setup setUp(String security, List<String> matching) {
        var port = security.equals("ldaps") ? directory.closedPort() : directory.openPort();
        return Setup.of(web, "ldap", matching, directory.settings(security, port), FakeDirectory.READERS_PASSWORD);
    }

    private int token(String username, String password) {
        return web.post()
                .uri("/api/v1/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username.replace("\\", "\\\\"), password))
                .with(Visitor.fromElsewhere())
                .exchange()
                .getResponse()
                .getStatus();
    }
}

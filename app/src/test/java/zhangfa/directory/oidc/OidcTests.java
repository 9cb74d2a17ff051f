package zhangfa.directory.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.directory.Browser;
import zhangfa.directory.Setup;

/** Logging in by OpenID Connect, and everything that must not get in. */
@CompanyTest
class OidcTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient jdbc;

    private final FakeIssuer issuer = new FakeIssuer();
    private final String subject = UUID.randomUUID().toString();
    private Setup sso;
    private Browser browser;

    @BeforeEach
    void set() {
        sso = setUp(List.of());
        browser = new Browser(web);
    }

    @AfterEach
    void remove() {
        sso.close();
        issuer.close();
    }

    @Test
    void whoeverIsLinkedComesInAndGoesOnToWhereTheyWanted() {
        sso.link(Company.STAFF2, subject);
        assertThat(come(leave(sso, "/notices?x=1"), person -> person)).hasRedirectedUrl("/notices?x=1");
        assertThat(browser.whoAmI()).isEqualTo(Company.STAFF2);
        assertThat(via(sso, "/me")).hasRedirectedUrl("/me");
    }

    @Test
    void theRequestCarriesStateNonceAndAChallenge() {
        assertThat(leave(sso, "/"))
                .startsWith(issuer.address() + "/authorize?")
                .contains("response_type=code", "client_id=zhangfa", "state=", "nonce=")
                .contains("code_challenge_method=S256", "code_challenge=", "scope=openid")
                .contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Flogin%2Fvia%2F" + sso.key() + "%2Freturn");
    }

    @Test
    void aSessionIsNewAfterwards() {
        sso.link(Company.STAFF2, subject);
        var page = leave(sso, "/");
        var before = browser.session();
        come(page, person -> person);
        assertThat(before).isNotEmpty();
        assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void whoeverIsNotLinkedStaysOutAndGetsNoAccount() {
        var accounts = accounts();
        assertThat(come(leave(sso, "/"), person -> person.claim("preferred_username", Company.STAFF2)))
                .hasStatus(403)
                .bodyText()
                .contains("还没有与这里的账号关联");
        assertThat(browser.whoAmI()).startsWith("/login");
        assertThat(accounts()).isEqualTo(accounts);
    }

    @Test
    void anAddressIsBelievedWhereItIsVerifiedAndTheAdministratorAllowsIt() {
        var address = UUID.randomUUID() + "@example.com";
        jdbc.sql("update organization.person set email = ? where username = ?")
                .params(address, Company.MARKET1)
                .update();
        try (var other = setUp(List.of("email"))) {
            UnaryOperator<JWTClaimsSet.Builder> unverified = person -> person.claim("email", address);
            assertThat(come(other, leave(other, "/"), unverified)).hasStatus(403);
            assertThat(come(
                            other,
                            leave(other, "/"),
                            person -> unverified.apply(person).claim("email_verified", true)))
                    .hasRedirectedUrl("/");
            assertThat(browser.whoAmI()).isEqualTo(Company.MARKET1);
            assertThat(jdbc.sql("select kind from journal.entry where data like ?")
                            .param("%" + other.id() + "%")
                            .query(String.class)
                            .list())
                    .contains("identity_linked");
        } finally {
            jdbc.sql("update organization.person set email = null where username = ?")
                    .param(Company.MARKET1)
                    .update();
        }
    }

    @Test
    void nobodyIsRecognisedAsAnAdministrator() {
        try (var other = setUp(List.of("username"))) {
            assertThat(come(other, leave(other, "/"), person -> person.claim("preferred_username", Company.ROOT)))
                    .hasStatus(403);
            assertThat(come(other, leave(other, "/"), person -> person.claim("preferred_username", "STAFF3")))
                    .hasRedirectedUrl("/");
            assertThat(browser.whoAmI()).isEqualTo(Company.STAFF3);
        }
    }

    static Stream<UnaryOperator<JWTClaimsSet.Builder>> lies() {
        return Stream.of(
                claims -> claims.claim("nonce", "another"),
                claims -> claims.claim("nonce", null),
                claims -> claims.audience("another client"),
                claims -> claims.audience(List.of(FakeIssuer.CLIENT, "another")).claim("azp", "another"),
                claims -> claims.issuer("https://elsewhere.example"),
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600))),
                claims -> claims.expirationTime(null),
                claims -> claims.subject(null));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void aTokenThatIsNotForThisAttemptProvesNothing(UnaryOperator<JWTClaimsSet.Builder> lie) {
        sso.link(Company.STAFF2, subject);
        assertThat(come(leave(sso, "/"), lie)).hasStatus(401);
        assertThat(browser.whoAmI()).startsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "RS256"})
    void aTokenThatAnybodyCouldHaveMadeProvesNothing(String signature) {
        sso.link(Company.STAFF2, subject);
        issuer.signsByStranger = signature.equals("RS256");
        issuer.signature = JWSAlgorithm.parse(signature);
        assertThat(come(leave(sso, "/"), person -> person)).hasStatus(401);
    }

    @Test
    void aReturnIsGoodOnce() {
        sso.link(Company.STAFF2, subject);
        var back = back(sso, leave(sso, "/"), person -> person);
        assertThat(browser.get(back)).hasRedirectedUrl("/");
        assertThat(new Browser(web).get(back)).hasStatus(401);
        assertThat(browser.get(back)).hasStatus(401);
    }

    @Test
    void aReturnFitsTheBrowserAndTheStateThatSetOut() {
        sso.link(Company.STAFF2, subject);
        var back = back(sso, leave(sso, "/"), person -> person);
        assertThat(new Browser(web).get(back)).hasStatus(401);
        assertThat(browser.get(back.replaceFirst("state=.*", "state=another"))).hasStatus(401);
        assertThat(browser.get(back)).hasStatus(401);
    }

    @Test
    void aCodeOfAnotherAttemptIsWorthNothing() {
        sso.link(Company.STAFF2, subject);
        var stolen = back(sso, leave(sso, "/"), person -> person).replaceFirst(".*code=([^&]*).*", "$1");
        var victim = new Browser(web);
        var state = String.valueOf(
                        victim.get("/login/via/" + sso.key()).getResponse().getRedirectedUrl())
                .replaceFirst(".*[?&]state=([^&]*).*", "$1");
        assertThat(victim.get("/login/via/%s/return?code=%s&state=%s".formatted(sso.key(), stolen, state)))
                .hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "/{x}"})
    void nobodyIsSentToAnotherHost(String wanted) {
        sso.link(Company.STAFF2, subject);
        assertThat(come(leave(sso, wanted), person -> person)).hasRedirectedUrl("/");
    }

    @Test
    void whoeverChangesTheirMindIsToldSo() {
        var page = leave(sso, "/");
        var state = page.replaceFirst(".*[?&]state=([^&]*).*", "$1");
        assertThat(browser.get("/login/via/%s/return?error=access_denied&state=%s".formatted(sso.key(), state)))
                .hasStatus(401)
                .bodyText()
                .contains("取消了登录");
    }

    @Test
    void anIssuerThatIsDownIsNobodysFault() {
        issuer.close();
        assertThat(via(sso, "/")).hasStatus(409).bodyText().contains("暂时联系不上");
        assertThat(sso.test()).hasStatus(409);
    }

    @Test
    void anIssuerThatCallsItselfOtherwiseIsRefused() {
        assertThat(sso.test()).hasStatus(204);
        issuer.metadataIssuer = "https://elsewhere.example";
        assertThat(sso.test()).hasStatus(409).bodyText().contains("签发者");
    }

    @Test
    void peopleLinkAndUnlinkThemselves() {
        browser.logIn(Company.DEV1, Company.PASSWORD);
        var page = beginToLink();
        assertThat(come(page, person -> person.claim("name", "开\0发"))).hasRedirectedUrl("/me/identities");
        assertThat(browser.get("/me/identities")).bodyText().contains(subject, "统一登录 " + sso.key());
        var another = new Browser(web);
        assertThat(another.get(back(sso, leave(another), person -> person))).hasRedirectedUrl("/");
        assertThat(another.whoAmI()).isEqualTo(Company.DEV1);
        assertThat(browser.post("/me/identities/" + sso.id() + "/removal", Map.of()))
                .hasRedirectedUrl("/me/identities");
        var again = new Browser(web);
        assertThat(again.get(back(sso, leave(again), person -> person))).hasStatus(403);
    }

    @Test
    void whatOneBeganToLinkNobodyElseFinishes() {
        browser.logIn(Company.DEV1, Company.PASSWORD);
        var page = beginToLink();
        var back = back(sso, page, person -> person);
        browser.logIn(Company.STAFF3, Company.PASSWORD);
        assertThat(browser.get(back)).hasStatus(401);
        assertThat(web.get().uri("/api/v1/me/identities").with(user(Company.STAFF3)))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    private String beginToLink() {
        var answer = browser.post("/me/identities/via/" + sso.key(), Map.of());
        return String.valueOf(answer.getResponse().getHeader("HX-Redirect"));
    }

    private Setup setUp(List<String> matching) {
        return Setup.of(
                web,
                "oidc",
                matching,
                Map.of("issuer", issuer.address(), "client_id", FakeIssuer.CLIENT),
                FakeIssuer.SECRET);
    }

    private String leave(Browser other) {
        return String.valueOf(other.get("/login/via/" + sso.key()).getResponse().getRedirectedUrl());
    }

    private String leave(Setup system, String to) {
        return String.valueOf(via(system, to).getResponse().getRedirectedUrl());
    }

    private MvcTestResult via(Setup system, String to) {
        return browser.get("/login/via/" + system.key() + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    }

    private MvcTestResult come(String page, UnaryOperator<JWTClaimsSet.Builder> person) {
        return come(sso, page, person);
    }

    private MvcTestResult come(Setup system, String page, UnaryOperator<JWTClaimsSet.Builder> person) {
        return browser.get(back(system, page, person));
    }

    private String back(Setup system, String page, UnaryOperator<JWTClaimsSet.Builder> person) {
        return "/login/via/" + system.key() + "/return"
                + issuer.logIn(page, claims -> person.apply(claims.subject(subject)));
    }

    private int accounts() {
        return jdbc.sql("select count(*) from identity.account")
                .query(Integer.class)
                .single();
    }
}

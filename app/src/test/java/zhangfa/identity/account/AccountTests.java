package zhangfa.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.Visitor;
import zhangfa.identity.AccountDesk;
import zhangfa.identity.Accounts;
import zhangfa.identity.token.Tokens;

/** What the administrator does with accounts, and what people do with their own. */
@CompanyTest
class AccountTests {

    private static final String PASSWORD = "a long sentence of mine";

    @Autowired
    MockMvcTester web;

    @Autowired
    AccountDesk desk;

    @Autowired
    Accounts accounts;

    @Autowired
    Activations activations;

    @Autowired
    Tokens tokens;

    private final String username = "person-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void theHolderOfTheLinkChoosesAPasswordOnce() {
        var link = activations.pathFor(invited());
        assertThat(web.get().uri(link)).hasStatusOk().bodyText().contains(username);
        assertThat(post(link, null, Map.of("password", "short", "repeated", "other")))
                .hasStatus(422);
        assertThat(signIn(PASSWORD)).hasStatus(401);
        assertThat(post(link, null, Map.of("password", PASSWORD, "repeated", PASSWORD)))
                .hasRedirectedUrl("/login");
        assertThat(signIn(PASSWORD)).hasRedirectedUrl("/");
        assertThat(web.get().uri(link)).hasStatus(404);
    }

    @Test
    void aNewLinkEndsTheOneBefore() {
        var id = invited();
        var first = activations.pathFor(id);
        var second = activations.pathFor(id);
        assertThat(web.get().uri(first)).hasStatus(404);
        assertThat(web.get().uri(second)).hasStatusOk();
    }

    @Test
    void aShutAccountIsOutAtOnce() {
        var id = active();
        assertThat(web.get().uri("/me").with(user(username))).hasStatusOk();
        assertThat(administer(id, "deactivation", Map.of())).hasStatus3xxRedirection();
        assertThat(web.get().uri("/me").with(user(username))).hasRedirectedUrl("/login?then=%2Fme");
        assertThat(signIn(PASSWORD)).hasStatus(401);
        assertThat(administer(id, "reactivation", Map.of())).hasStatus3xxRedirection();
        assertThat(signIn(PASSWORD)).hasRedirectedUrl("/");
    }

    @Test
    void rolesTakeEffectAtOnce() {
        var id = active();
        assertThat(administer(id, "roles", Map.of("role", "designer"))).hasStatus3xxRedirection();
        assertThat(accounts.named(username).orElseThrow().permissions()).contains("process.publish");
        assertThat(administer(id, "roles", Map.of("role", "no-such-role"))).hasStatus(422);
    }

    @Test
    void nobodyChangesTheirOwnRoles() {
        var root = accounts.named(Company.ROOT).orElseThrow().id();
        assertThat(administer(root, "roles", Map.of("role", "inspector"))).hasStatus(409);
        assertThat(administer(root, "deactivation", Map.of())).hasStatus(409);
    }

    @Test
    void changingThePasswordAsksForThePresentOneAndEndsTokens() {
        var id = active();
        var token = tokens.issue(id, "test", java.time.Duration.ofDays(1)).token();
        var wrong =
                Map.of("present", "wrong", "password", "another long sentence", "repeated", "another long sentence");
        assertThat(post("/me/password", username, wrong)).hasStatus(422);
        var right =
                Map.of("present", PASSWORD, "password", "another long sentence", "repeated", "another long sentence");
        assertThat(post("/me/password", username, right)).hasRedirectedUrl("/me");
        assertThat(signIn("another long sentence")).hasRedirectedUrl("/");
        assertThat(tokens.holder(token)).isEmpty();
    }

    @Test
    void aTokenIsMadeShownOnceAndRevoked() {
        var id = active();
        assertThat(post("/me/tokens", username, Map.of("label", "测试", "days", "5")))
                .hasRedirectedUrl("/me");
        var made = tokens.of(id).getFirst();
        assertThat(made.label()).isEqualTo("测试");
        assertThat(post("/me/tokens", username, Map.of("label", "测试", "days", "5000")))
                .hasStatus(422);
        assertThat(post("/me/tokens/" + made.id() + "/revocation", Company.STAFF1, Map.of()))
                .hasStatus(404);
        assertThat(post("/me/tokens/" + made.id() + "/revocation", username, Map.of()))
                .hasRedirectedUrl("/me");
        assertThat(tokens.of(id)).isEmpty();
    }

    @Test
    void theAdministratorSeesListAndPages() {
        var id = active();
        assertThat(web.get().uri("/administration/accounts?q=" + username).with(user(Company.ROOT)))
                .hasStatusOk()
                .bodyText()
                .contains(username);
        for (var path : List.of(
                "/administration",
                "/administration/accounts/" + id,
                "/administration/roles",
                "/administration/roles/inspector",
                "/setup")) {
            assertThat(web.get().uri(path).with(user(Company.ROOT))).as(path).hasStatusOk();
        }
    }

    @Test
    void anInstallationWithAccountsHasNoSetUpLink() {
        assertThat(web.get().uri("/setup/guess")).hasStatus(404);
    }

    private UUID invited() {
        return desk.invite(username, "测试", List.of("staff"));
    }

    private UUID active() {
        return desk.open(username, "测试", List.of("staff"), desk.hash(PASSWORD));
    }

    private MvcTestResult administer(UUID account, String what, Map<String, String> fields) {
        return post("/administration/accounts/" + account + "/" + what, Company.ROOT, fields);
    }

    private MvcTestResult signIn(String password) {
        return post("/login", null, Map.of("username", username, "password", password));
    }

    private MvcTestResult post(String path, @org.jspecify.annotations.Nullable String as, Map<String, String> fields) {
        var request = web.post().uri(path).with(csrf()).with(Visitor.fromElsewhere());
        fields.forEach(request::param);
        return (as == null ? request : request.with(user(as))).exchange();
    }
}

package zhangfa.directory.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.CompanyTest;
import zhangfa.directory.Browser;
import zhangfa.directory.Setup;

/** The way out to a provider and back, whichever it is. */
@CompanyTest
class ViaTests {

    private static final Map<String, String> SETTINGS = Map.of("issuer", "https://sso.example", "client_id", "zhangfa");

    @Autowired
    MockMvcTester web;

    @Test
    void whoeverGuessesIsHeldUpAndOthersAreNot() {
        try (var setup = Setup.of(web, "oidc", List.of(), SETTINGS, "")) {
            var path = "/login/via/" + setup.key() + "/return?state=guess&code=guess";
            var guesser = new Browser(web);
            for (int guess = 0; guess < 100; guess++) {
                assertThat(guesser.get(path)).hasStatus(401);
            }
            assertThat(guesser.get(path)).hasStatus(429).bodyText().contains("分钟后再试");
            assertThat(new Browser(web).get(path)).hasStatus(401);
        }
    }

    @Test
    void anAttemptIsGoodForItsStateItsProviderAndTenMinutes() {
        var provider = UUID.randomUUID();
        var attempt = Attempt.begun(provider, "/", null, Instant.EPOCH);
        var soon = Instant.EPOCH.plus(Duration.ofMinutes(9));
        assertThat(attempt.isAnsweredBy(provider, attempt.state(), soon)).isTrue();
        assertThat(attempt.isAnsweredBy(provider, attempt.state(), Instant.EPOCH.plus(Duration.ofMinutes(10))))
                .isFalse();
        assertThat(attempt.isAnsweredBy(UUID.randomUUID(), attempt.state(), soon))
                .isFalse();
        assertThat(attempt.isAnsweredBy(provider, attempt.nonce(), soon)).isFalse();
        assertThat(attempt.isAnsweredBy(provider, null, soon)).isFalse();
    }
}

package zhangfa.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.Visitor;

/** What {@code POST /api/v1/tokens} promises. */
@CompanyTest
class TokenApiTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient database;

    private final RequestPostProcessor visitor = Visitor.fromElsewhere();

    @Test
    void aGoodPasswordGivesATokenThatLetsIn() {
        var issued = ask(Company.STAFF1, Company.PASSWORD);
        assertThat(issued)
                .hasStatus(201)
                .bodyJson()
                .hasPathSatisfying(
                        "$.expires_at", at -> at.assertThat().asString().contains("+08:00"));
        assertThat(callWith(token(issued))).hasStatusOk();
    }

    @Test
    void onlyADigestOfTheTokenIsKept() {
        var token = token(ask(Company.STAFF1, Company.PASSWORD));
        var kept = database.sql("select count(*) from identity.token where digest = sha256(:token::bytea)")
                .param("token", token)
                .query(Long.class)
                .single();
        assertThat(kept).isEqualTo(1);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAnswerAlike() throws Exception {
        var wrong = ask(Company.STAFF1, "wrong");
        var unknown = ask("nobody-" + UUID.randomUUID(), "wrong");
        assertThat(wrong).hasStatus(401).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(unknown).hasStatus(401);
        assertThat(unknown.getResponse().getContentAsString())
                .isEqualTo(wrong.getResponse().getContentAsString());
    }

    @Test
    void eachMissingFieldIsNamed() {
        assertThat(post("{}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .containsExactly("/username", "/password");
    }

    @Test
    void whatIsNoJsonIsMalformed() {
        assertThat(post("{\"username\":")).hasStatus(400);
        assertThat(post("{\"username\":{\"a\":1},\"password\":\"x\"}")).hasStatus(400);
    }

    @Test
    void charactersThatNoNameHasAreRefusedByTheirField() {
        assertThat(post("{\"username\":\"a\\u0000b\",\"password\":\"x\"}")).hasStatus(422);
    }

    @Test
    void afterTenFailuresItAsksToWaitAndSaysHowLong() {
        var nobody = "nobody-" + UUID.randomUUID();
        for (int failure = 0; failure < 10; failure++) {
            assertThat(ask(nobody, "wrong")).hasStatus(401);
        }
        assertThat(ask(nobody, "wrong")).hasStatus(429).headers().containsHeader("Retry-After");
        assertThat(ask(Company.STAFF2, Company.PASSWORD)).hasStatus(201);
    }

    @Test
    void aSuccessForgetsTheFailuresBefore() {
        for (int round = 0; round < 2; round++) {
            for (int failure = 0; failure < 6; failure++) {
                assertThat(ask(Company.STAFF3, "wrong")).hasStatus(401);
            }
            assertThat(ask(Company.STAFF3, Company.PASSWORD)).hasStatus(201);
        }
    }

    @Test
    void withoutATokenOrWithABadOneNobodyGetsIn() {
        assertThat(web.get().uri("/api/v1/organization/units"))
                .hasStatus(401)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(callWith("no-such-token")).hasStatus(401);
    }

    @Test
    void anExpiredTokenIsNone() {
        var token = token(ask(Company.STAFF1, Company.PASSWORD));
        database.sql(
                        "update identity.token set expires_at = now() - interval '1 second' where digest = sha256(:token::bytea)")
                .param("token", token)
                .update();
        assertThat(callWith(token)).hasStatus(401);
    }

    private MvcTestResult callWith(String token) {
        return web.get()
                .uri("/api/v1/organization/units")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private MvcTestResult ask(String username, String password) {
        return post("{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
    }

    private MvcTestResult post(String body) {
        return web.post()
                .uri("/api/v1/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(visitor)
                .exchange();
    }

    private static String token(MvcTestResult issued) {
        try {
            return JsonPath.read(issued.getResponse().getContentAsString(), "$.token");
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** A repeated request is answered again and done once. */
@CompanyTest
class IdempotencyApiTests {

    private final Map<String, String> key =
            Map.of("Idempotency-Key", UUID.randomUUID().toString());

    @Autowired
    MockMvcTester web;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @Test
    void theSameKeyAndBodyAnswerTheFirstAnswer() {
        var wish = Map.of("process", "expense-claim", "form", api.form(Company.STAFF1, "5.00"));
        var first = api.post(Company.STAFF1, "/api/v1/cases", wish, key).isFine(201);
        var again = api.post(Company.STAFF1, "/api/v1/cases", wish, key).isFine(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void anotherBodyIsAConflictAndAnotherPersonIsNot() {
        var wish = Map.of("process", "expense-claim", "form", api.form(Company.STAFF1, "5.00"));
        api.post(Company.STAFF1, "/api/v1/cases", wish, key).isFine(201);
        var other = Map.of("process", "expense-claim", "form", api.form(Company.STAFF1, "6.00"));
        api.post(Company.STAFF1, "/api/v1/cases", other, key).isProblem(409);
        var somebody = Map.of("process", "expense-claim", "form", api.form(Company.STAFF2, "5.00"));
        api.post(Company.STAFF2, "/api/v1/cases", somebody, key).isFine(201);
    }

    @Test
    void aRefusalIsRepeatedToo() {
        var wish = Map.of("process", "expense-claim", "form", Map.of());
        var first = api.post(Company.STAFF1, "/api/v1/cases", wish, key);
        var again = api.post(Company.STAFF1, "/api/v1/cases", wish, key);
        again.isProblem(422, "/form/title", "/form/lines", "/form/vouchers");
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void atTheSameMomentAllAreAnsweredAlikeAndItIsDoneOnce() throws Exception {
        var claim = api.claim(Company.STAFF1, "5.00");
        var comment = Map.of("comment", "一次就好");
        var path = "/api/v1/cases/" + claim + "/actions/comment";
        var answers = Api.atOnce(
                () -> api.post(Company.STAFF1, path, comment, key),
                () -> api.post(Company.STAFF1, path, comment, key),
                () -> api.post(Company.STAFF1, path, comment, key));
        assertThat(answers).extracting(Api.Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(Api.Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(api.get(Company.STAFF1, "/api/v1/cases/" + claim + "/journal")
                        .json()
                        .get("items")
                        .valueStream()
                        .filter(entry -> entry.get("kind").asString().equals("case_commented")))
                .hasSize(1);
    }

    @Test
    void aKeyIsNeitherEmptyNorEndless() {
        api.post(Company.STAFF1, "/api/v1/cases", Map.of(), Map.of("Idempotency-Key", " "))
                .isProblem(400);
        api.post(Company.STAFF1, "/api/v1/cases", Map.of(), Map.of("Idempotency-Key", "x".repeat(201)))
                .isProblem(400);
    }
}

package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** Deciding on many tasks at once: each answers for itself. */
@CompanyTest
class BatchApiTests {

    private static final String APPROVE = "/api/v1/tasks/actions/approve";

    @Autowired
    MockMvcTester web;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @Test
    void eachRowAnswersForItself() {
        var fine = api.claim(Company.STAFF1, "5.00");
        var decided = api.task(api.claim(Company.STAFF2, "6.00"));
        var elsewhere = api.task(api.claim(Company.MARKET1, "7.00"));
        api.act(Company.HEAD1, decided, "approve", Map.of()).isFine(200);
        var tasks =
                List.of(api.task(fine), decided, elsewhere, UUID.randomUUID().toString());
        var answer = api.post(Company.HEAD1, APPROVE, Map.of("tasks", tasks, "comment", "一并同意"))
                .isFine(200);
        assertThat(answer.json()
                        .at("/items")
                        .valueStream()
                        .map(row -> row.get("task").asString()))
                .containsExactlyElementsOf(tasks);
        assertThat(answer.json()
                        .at("/items")
                        .valueStream()
                        .map(row -> row.get("done").asBoolean()))
                .containsExactly(true, false, false, false);
        assertThat(answer.text("/items/1/status")).isEqualTo("409");
        assertThat(answer.text("/items/1/detail")).contains("已经处理完");
        assertThat(answer.text("/items/2/status")).isEqualTo("404");
        assertThat(api.open(fine)).containsExactly("finance-review[\"finance1\",\"finance2\"]");
    }

    @Test
    void whatWarnsIsLookedAtAlone() {
        var line = Map.of("date", "2025-01-02", "category", "交通", "description", "高铁", "amount", "5.00");
        var form = Map.of("title", "旧票", "lines", List.of(line), "vouchers", List.of(api.voucher(Company.STAFF1)));
        var claim = api.start(Company.STAFF1, form).isFine(201).text("/id");
        var answer = api.post(Company.HEAD1, APPROVE, Map.of("tasks", List.of(api.task(claim))))
                .isFine(200);
        assertThat(answer.text("/items/0/status")).isEqualTo("409");
        assertThat(answer.text("/items/0/detail")).contains("需要留意");
        api.does(Company.HEAD1, claim, "approve").isFine(200);
    }

    @Test
    void theSameBatchAgainDoesNothingTwice() {
        var claim = api.claim(Company.STAFF1, "5.00");
        var wish = Map.of("tasks", List.of(api.task(claim)));
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var first = api.post(Company.HEAD1, APPROVE, wish, key).isFine(200);
        assertThat(api.post(Company.HEAD1, APPROVE, wish, key).isFine(200).body())
                .isEqualTo(first.body());
        assertThat(api.post(Company.HEAD1, APPROVE, wish).isFine(200).text("/items/0/status"))
                .isEqualTo("409");
    }

    @Test
    void aBatchNamesTasksAndAKnownVerb() {
        api.post(Company.HEAD1, APPROVE, Map.of()).isProblem(422, "/tasks");
        var many =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(101).toList();
        api.post(Company.HEAD1, APPROVE, Map.of("tasks", many)).isProblem(422, "/tasks");
        api.post(Company.HEAD1, "/api/v1/tasks/actions/bless", Map.of("tasks", many))
                .isProblem(404);
    }
}

package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;

/** What came of a call or a chat is noted on its case, seen in its history, a fact, and reminded of once. */
@CompanyTest
class ConversationApiTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<JobHandler> handlers;

    @Autowired
    Clock clock;

    private Api api;
    private String claim;

    @BeforeEach
    void aClaim() {
        api = new Api(web);
        claim = api.claim(Company.STAFF1, "88.00");
    }

    @Test
    void whatCameOfACallIsInTheHistoryAndAFact() {
        var kept = api.post(
                        Company.HEAD1, path(), with(Map.of("contact", "供应商李经理", "next", "补开发票", "next_on", tomorrow())))
                .isFine(201);
        assertThat(kept.text("/recorded_by")).isEqualTo("head1");
        assertThat(kept.text("/channel")).isEqualTo("phone");
        assertThat(kept.text("/next_on")).isEqualTo(tomorrow());
        assertThat(kinds()).endsWith("conversation_recorded");
        assertThat(web.get().uri("/cases/" + claim).with(user(Company.STAFF1)))
                .bodyText()
                .contains("记录了与供应商李经理的沟通（电话，", "同意按原价执行", "下一步（" + tomorrow() + "）：补开发票");
        assertThat(jdbc.sql("select outcome from fact.conversation where case_id = ?::uuid")
                        .param(claim)
                        .query(String.class)
                        .list())
                .containsExactly("同意按原价执行");
        assertThat(api.get(Company.STAFF1, "/api/v1/notifications?page_size=1").text("/items/0/subject"))
                .startsWith("沟通记录：");
    }

    @Test
    void aColleagueIsFoundByUsername() {
        var kept = api.post(Company.STAFF1, path(), with(Map.of("person", "finance1", "channel", "wecom")))
                .isFine(201);
        assertThat(kept.text("/person")).isEqualTo("finance1");
        assertThat(api.get(Company.HEAD1, path()).isFine(200).json().get("items"))
                .hasSize(1);
    }

    @Test
    void theSameRecordSentAgainIsNotedOnce() {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var body = with(Map.of("person", "finance1"));
        var first = api.post(Company.STAFF1, path(), body, key).isFine(201);
        assertThat(api.post(Company.STAFF1, path(), body, key).isFine(201).text("/id"))
                .isEqualTo(first.text("/id"));
        assertThat(api.get(Company.STAFF1, path()).json().get("items")).hasSize(1);
    }

    @Test
    void whatCannotBeIsRefusedByField() {
        api.post(Company.STAFF1, path(), Map.of()).isProblem(422, "/person", "/channel", "/at", "/outcome");
        api.post(Company.STAFF1, path(), with(Map.of("person", "finance1", "contact", "某人")))
                .isProblem(422, "/contact");
        api.post(Company.STAFF1, path(), with(Map.of("person", "nobody"))).isProblem(422, "/person");
        api.post(Company.STAFF1, path(), with(Map.of("person", "finance1", "next", "回访")))
                .isProblem(422, "/next_on");
        api.post(Company.STAFF1, path(), with(Map.of("person", "finance1", "at", inAnHour())))
                .isProblem(422, "/at");
        api.post(Company.MARKET1, path(), with(Map.of("person", "finance1"))).isProblem(404);
        assertThat(kinds()).doesNotContain("conversation_recorded");
    }

    @Test
    void theNextStepIsRemindedOfOnce() throws Exception {
        var id = api.post(
                        Company.HEAD1,
                        path(),
                        with(Map.of("person", "finance1", "next", "回访客户", "next_on", tomorrow())))
                .isFine(201)
                .text("/id");
        var due = jdbc.sql(
                        "select execution_time from job.job where task_name = 'process.next-step' and task_instance = ?")
                .param(id)
                .query(Timestamp.class)
                .single()
                .toInstant();
        assertThat(due).isEqualTo(Instant.parse(tomorrow() + "T00:30:00Z"));
        remind(id);
        remind(id);
        assertThat(api.get(Company.HEAD1, "/api/v1/notifications?page_size=200")
                        .json()
                        .get("items")
                        .valueStream()
                        .filter(notice -> notice.get("kind").asString().equals("case.next-step")
                                && notice.get("case_id").asString().equals(claim))
                        .map(notice -> notice.get("remark").asString()))
                .containsExactly("回访客户");
    }

    @Test
    void theFormOnThePageSaysWhatIsMissingAndKeepsWhatWasTyped() {
        var form = web.post()
                .uri("/cases/" + claim + "/conversations")
                .param("contact", "供应商王总")
                .param("outcome", "<b>已谈妥</b>")
                .with(user(Company.STAFF1))
                .with(csrf());
        assertThat(form).hasStatus(422).bodyText().contains("供应商王总", "&lt;b&gt;已谈妥&lt;/b&gt;");
        var whole = web.post()
                .uri("/cases/" + claim + "/conversations")
                .param("contact", "供应商王总")
                .param("channel", "phone")
                .param("at", "2026-11-01T09:30")
                .param("outcome", "已谈妥")
                .param("next", "回访")
                .param("next_on", tomorrow())
                .with(user(Company.STAFF1))
                .with(csrf());
        assertThat(whole).hasStatus(302);
        assertThat(api.get(Company.STAFF1, path()).text("/items/0/at")).startsWith("2026-11-01T09:30");
        assertThat(api.get(Company.STAFF1, path()).text("/items/0/next_on")).isEqualTo(tomorrow());
    }

    private void remind(String id) throws Exception {
        for (var handler : handlers) {
            if (handler.kind().equals("process.next-step")) {
                handler.run(new Job(handler.kind(), id, clock.instant(), ""));
            }
        }
    }

    private String path() {
        return "/api/v1/cases/" + claim + "/conversations";
    }

    private String tomorrow() {
        return LocalDate.now(clock).plusDays(1).toString();
    }

    private String inAnHour() {
        return clock.instant().plus(1, ChronoUnit.HOURS).toString();
    }

    private Map<String, Object> with(Map<String, Object> further) {
        var body = new HashMap<String, Object>(
                Map.of("channel", "phone", "at", clock.instant().toString(), "outcome", "同意按原价执行"));
        body.putAll(further);
        return body;
    }

    private List<String> kinds() {
        return api.get(Company.STAFF1, "/api/v1/cases/" + claim + "/journal")
                .json()
                .get("items")
                .valueStream()
                .map(entry -> entry.get("kind").asString())
                .toList();
    }
}

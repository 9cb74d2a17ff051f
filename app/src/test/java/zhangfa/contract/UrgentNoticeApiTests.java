package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.calendar.Calendars;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.organization.Organization;

/** Urgent notices climb from channel to channel until they are acknowledged; nobody has set up mail or phones here. */
@CompanyTest
class UrgentNoticeApiTests {

    private static final String LADDER = "/api/v1/notification-ladders/case.urgent";

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<JobHandler> handlers;

    @Autowired
    Organization organization;

    @Autowired
    Calendars calendars;

    @Autowired
    Clock clock;

    private Api api;
    private String claim;
    private UUID finance1;

    @BeforeEach
    void anAlert() {
        api = new Api(web);
        claim = api.claim(Company.STAFF1, "66.00");
        finance1 = organization.personNamed(Company.FINANCE1).orElseThrow().id();
        api.post(
                        Company.STAFF1,
                        "/api/v1/cases/" + claim + "/actions/alert",
                        Map.of("who", List.of(Company.FINANCE1), "comment", "供应商停止供货，请马上付款"))
                .isFine(200);
    }

    @Test
    void whoIsAlertedIsAskedToAcknowledgeAndMaySeeTheCase() {
        var notice = notice();
        assertThat(notice.get("urgency").asString()).isEqualTo("urgent");
        assertThat(notice.get("remark").asString()).isEqualTo("供应商停止供货，请马上付款");
        assertThat(notice.at("/acknowledgement/at").isNull()).isTrue();
        api.get(Company.FINANCE1, "/api/v1/cases/" + claim).isFine(200);
        assertThat(web.get().uri("/notifications?box=urgent").with(user(Company.FINANCE1)))
                .bodyText()
                .contains("/notifications/" + message() + "/acknowledgement");
    }

    @Test
    void theNextRungIsDueInWorkingMinutes() {
        var unit = organization.person(finance1).orElseThrow().unit();
        var raised = jdbc.sql("select at from notification.message where id = ?")
                .param(message())
                .query(Timestamp.class)
                .single()
                .toInstant();
        assertThat(Duration.between(
                                calendars.forUnit(unit).plus(raised, Duration.ofMinutes(15)),
                                jdbc.sql(
                                                "select execution_time from job.job where task_name = 'notification.climb' and task_instance = ?")
                                        .param(message() + " " + finance1)
                                        .query(Timestamp.class)
                                        .single()
                                        .toInstant())
                        .abs())
                .isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void whatNobodyAcknowledgesGoesToTheHeadOnceAndIsJournaled() throws Exception {
        climb();
        assertThat(rung()).isEmpty();
        itIsTime();
        climb();
        climb();
        assertThat(rung()).isEqualTo("head");
        assertThat(unheard(Company.FINANCE_HEAD)).isEqualTo(1);
        assertThat(journaled("urgent_notice_escalated")).isEqualTo(1);
        itIsTime();
        climb();
        assertThat(unheard(Company.FINANCE_HEAD)).isEqualTo(1);
    }

    @Test
    void aDeputyIsToldBeforeTheHead() throws Exception {
        var deputy = organization.personNamed(Company.FINANCE2).orElseThrow().id();
        jdbc.sql(
                        "insert into organization.deputy (id, person, deputy, scope, during) values (?, ?, ?, '*', daterange(null, null))")
                .params(UUID.randomUUID(), finance1, deputy)
                .update();
        itIsTime();
        climb();
        jdbc.sql("delete from organization.deputy where person = ?")
                .param(finance1)
                .update();
        assertThat(rung()).isEqualTo("deputy");
        assertThat(unheard(Company.FINANCE2)).isEqualTo(1);
        assertThat(unheard(Company.FINANCE_HEAD)).isZero();
        itIsTime();
        climb();
        assertThat(rung()).isEqualTo("head");
    }

    @Test
    void whoAcknowledgesEndsTheClimbAndEverybodyWhoSeesTheCaseSeesWhen() throws Exception {
        var path = "/api/v1/notifications/" + message() + "/actions/acknowledge";
        api.post(Company.FINANCE2, path, Map.of()).isProblem(404);
        var first = api.post(Company.FINANCE1, path, Map.of()).isFine(200).text("/acknowledgement/at");
        assertThat(api.post(Company.FINANCE1, path, Map.of()).isFine(200).text("/acknowledgement/at"))
                .isEqualTo(first);
        itIsTime();
        climb();
        assertThat(rung()).isEmpty();
        assertThat(unheard(Company.FINANCE_HEAD)).isZero();
        assertThat(journaled("urgent_notice_acknowledged")).isEqualTo(1);
        var receipt = api.get(Company.STAFF1, "/api/v1/cases/" + claim + "/urgent-notices")
                .isFine(200)
                .json()
                .at("/items/0/receipts/0");
        assertThat(receipt.get("person").asString()).isEqualTo("finance1");
        assertThat(receipt.get("acknowledged_at").asString()).isEqualTo(first);
        assertThat(web.get().uri("/cases/" + claim + "/alerts").with(user(Company.STAFF1)))
                .bodyText()
                .contains("已确认", "供应商停止供货");
        assertThat(jdbc.sql("select acknowledged_at is not null from fact.urgent_notice where message = ?")
                        .param(message())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void anAdministratorSetsHowAKindClimbs() throws Exception {
        set(Map.of("minutes", 0, "rungs", List.of("head"))).isProblem(422, "/minutes");
        set(Map.of("minutes", 5, "rungs", List.of("pigeon"))).isProblem(422, "/rungs");
        set(Map.of("minutes", 5, "rungs", List.of("head", "email"))).isFine(200);
        var set = api.get(Company.ROOT, "/api/v1/notification-ladders").isFine(200);
        jdbc.sql("delete from notification.ladder").update();
        assertThat(set.text("/items/0/kind")).isEqualTo("case.urgent");
        assertThat(set.json().at("/items/0/minutes").asInt()).isEqualTo(5);
        assertThat(set.json().at("/items/0/rungs")).hasToString("[\"email\",\"head\"]");
        assertThat(web.post()
                        .uri("/administration/ladders/case.urgent")
                        .param("minutes", "2000")
                        .with(user(Company.ROOT))
                        .with(csrf()))
                .hasStatus(422);
    }

    @Test
    void anAlertNeedsPeopleAndWords() {
        var path = "/api/v1/cases/" + claim + "/actions/alert";
        api.post(Company.STAFF1, path, Map.of("who", List.of("finance1"))).isProblem(422, "/comment");
        api.post(Company.STAFF1, path, Map.of("comment", "快")).isProblem(422, "/who");
        api.post(Company.MARKET1, path, Map.of("who", List.of("finance1"), "comment", "快"))
                .isProblem(404);
    }

    private Api.Answer set(Map<String, Object> ladder) {
        return api.send(
                HttpMethod.PUT,
                Company.ROOT,
                LADDER,
                Api.JSON.writeValueAsString(ladder),
                MediaType.APPLICATION_JSON,
                Map.of());
    }

    private void itIsTime() {
        jdbc.sql("update notification.climb set next_at = now() - interval '1 minute' where message = ?")
                .param(message())
                .update();
    }

    private void climb() throws Exception {
        for (var handler : handlers) {
            if (handler.kind().equals("notification.climb")) {
                handler.run(new Job(handler.kind(), message() + " " + finance1, clock.instant(), ""));
            }
        }
    }

    private JsonNode notice() {
        return api.get(Company.FINANCE1, "/api/v1/notifications?box=urgent&page_size=200")
                .isFine(200)
                .json()
                .get("items")
                .valueStream()
                .filter(notice -> notice.get("case_id").asString().equals(claim))
                .findFirst()
                .orElseThrow();
    }

    private UUID message() {
        return jdbc.sql("select id from notification.message where case_id = ?::uuid and kind = 'case.urgent'")
                .param(claim)
                .query(UUID.class)
                .single();
    }

    private String rung() {
        return jdbc.sql("select coalesce(rung, '') from notification.climb where message = ?")
                .param(message())
                .query(String.class)
                .single();
    }

    private int unheard(String who) {
        return jdbc.sql("""
                        select count(*) from notification.notice n join notification.message m on m.id = n.message
                        where m.kind = 'urgent.unheard' and m.case_id = ?::uuid and n.person = ?""")
                .params(claim, organization.personNamed(who).orElseThrow().id())
                .query(Integer.class)
                .single();
    }

    private int journaled(String kind) {
        return jdbc.sql("select count(*) from journal.entry where kind = ? and data like '%' || ? || '%'")
                .params(kind, message().toString())
                .query(Integer.class)
                .single();
    }
}

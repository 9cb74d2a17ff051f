package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.organization.Organization;

/** Announcements reach those they address, and tell their publisher who has read and confirmed them. */
@CompanyTest
class AnnouncementApiTests {

    private static final String PATH = "/api/v1/announcements";

    @Autowired
    MockMvcTester web;

    @Autowired
    Organization organization;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<JobHandler> handlers;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @Test
    void whoIsAddressedIsToldAndOthersSeeNothing() {
        var id = published(Company.FINANCE_HEAD, Map.of("units", List.of(unitOf(Company.FINANCE_HEAD))));
        assertThat(api.get(Company.CASHIER1, PATH + "/" + id).isFine(200).text("/title"))
                .isEqualTo("月底关账安排");
        api.get(Company.STAFF1, PATH + "/" + id).isProblem(404);
        var notice = api.get(Company.CASHIER1, "/api/v1/notifications?page_size=1")
                .json()
                .at("/items/0");
        assertThat(notice.get("subject").asString()).isEqualTo("公告：月底关账安排");
        assertThat(notice.get("link").asString()).isEqualTo("/announcements/" + id);
    }

    @Test
    void whoComesIntoItsScopeLaterGetsItOnceWhileItIsOpen() throws Exception {
        var id = published(Company.FINANCE_HEAD, Map.of("units", List.of(unitOf(Company.FINANCE_HEAD))));
        var before = told(Company.CASHIER2, id);
        wasNotThere(Company.CASHIER2, id);
        api.get(Company.CASHIER2, PATH + "/" + id).isProblem(404);
        lookForLatecomers();
        lookForLatecomers();
        api.get(Company.CASHIER2, PATH + "/" + id).isFine(200);
        assertThat(told(Company.CASHIER2, id)).isEqualTo(before + 1);
        api.get(Company.STAFF1, PATH + "/" + id).isProblem(404);
        jdbc.sql("update notification.announcement set published_at = now() - interval '31 days' where id = ?::uuid")
                .param(id)
                .update();
        wasNotThere(Company.CASHIER2, id);
        lookForLatecomers();
        api.get(Company.CASHIER2, PATH + "/" + id).isProblem(404);
    }

    private void lookForLatecomers() throws Exception {
        for (var handler : handlers) {
            if (handler.kind().equals("notification.latecomers")) {
                handler.run(new Job(handler.kind(), "all", Instant.EPOCH, ""));
            }
        }
    }

    private void wasNotThere(String who, String id) {
        jdbc.sql("delete from notification.reading where announcement = ?::uuid and person = ?")
                .params(id, organization.personNamed(who).orElseThrow().id())
                .update();
    }

    private int told(String who, String id) {
        return jdbc.sql("""
                        select count(*) from notification.notice n join notification.message m on m.id = n.message
                        where m.link = '/announcements/' || ? and n.person = ?""")
                .params(id, organization.personNamed(who).orElseThrow().id())
                .query(Integer.class)
                .single();
    }

    @Test
    void openingItIsReadingItAndThePublisherSees() {
        var id = published(Company.FINANCE_HEAD, Map.of("units", List.of(unitOf(Company.FINANCE_HEAD))));
        var before = unread(id);
        assertThat(before).contains("cashier1", "finance1");
        api.get(Company.CASHIER1, PATH + "/" + id).isFine(200);
        assertThat(unread(id)).isEqualTo(before);
        assertThat(web.get().uri("/announcements/" + id).with(user(Company.CASHIER1)))
                .hasStatusOk();
        assertThat(unread(id)).doesNotContain("cashier1").contains("finance1");
        api.get(Company.CASHIER1, PATH + "/" + id + "/receipts").isProblem(403);
    }

    @Test
    void whatMustBeReadIsOpenUntilItIsConfirmed() {
        var id = published(
                Company.DESIGNER1,
                Map.of("everyone", true, "read_by", LocalDate.now().plusDays(3).toString()));
        assertThat(web.get().uri("/announcements/" + id).with(user(Company.DEV1)))
                .hasStatusOk();
        assertThat(openOf(Company.DEV1)).contains(id);
        api.post(Company.DEV1, PATH + "/" + id + "/actions/confirm", Map.of()).isFine(200);
        var again = api.post(Company.DEV1, PATH + "/" + id + "/actions/confirm", Map.of())
                .isFine(200);
        assertThat(again.text("/confirmed_at")).isNotEmpty();
        assertThat(openOf(Company.DEV1)).doesNotContain(id);
        assertThat(api.get(Company.DESIGNER1, PATH + "/" + id)
                        .json()
                        .get("done")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aHeadAnnouncesToTheirOwnUnitsOnly() {
        published(Company.HEAD1, Map.of("units", List.of(unitOf(Company.STAFF1))));
        publish(Company.HEAD1, Map.of("units", List.of(unitOf(Company.CASHIER1))))
                .isProblem(403);
        publish(Company.HEAD1, Map.of("everyone", true)).isProblem(403);
        publish(Company.STAFF1, Map.of("units", List.of(unitOf(Company.STAFF1))))
                .isProblem(403);
        assertThat(web.get().uri("/announcements/new").with(user(Company.STAFF1)))
                .hasStatus(403);
        assertThat(web.get().uri("/announcements/new").with(user(Company.HEAD1)))
                .hasStatusOk();
    }

    @Test
    void whatIsWrongIsNamed() {
        api.post(Company.DESIGNER1, PATH, Map.of()).isProblem(422, "/title", "/body", "/units");
        publish(Company.DESIGNER1, Map.of("everyone", true, "read_by", "2020-01-01"))
                .isProblem(422, "/read_by");
        publish(Company.DESIGNER1, Map.of("units", List.of("00000000-0000-7000-8000-000000000000")))
                .isProblem(422, "/units/0");
        api.get(Company.DESIGNER1, PATH + "?after=x").isProblem(422, "/after");
    }

    private String published(String who, Map<String, Object> scope) {
        return publish(who, scope).isFine(201).text("/id");
    }

    private Api.Answer publish(String who, Map<String, Object> scope) {
        var wish = new HashMap<String, Object>(Map.of("title", "月底关账安排", "body", "请在 28 日前提交全部单据。"));
        wish.putAll(scope);
        return api.post(who, PATH, wish);
    }

    private String unitOf(String person) {
        return organization.personNamed(person).orElseThrow().unit().toString();
    }

    private List<String> unread(String id) {
        return api.get(Company.FINANCE_HEAD, PATH + "/" + id + "/receipts?open=true")
                .isFine(200)
                .json()
                .get("items")
                .valueStream()
                .map(receipt -> receipt.get("person").asString())
                .map(person -> organization
                        .person(java.util.UUID.fromString(person))
                        .orElseThrow()
                        .username())
                .toList();
    }

    private List<String> openOf(String who) {
        return api.get(who, PATH + "?open=true&page_size=200")
                .isFine(200)
                .json()
                .get("items")
                .valueStream()
                .map((JsonNode one) -> one.get("id").asString())
                .toList();
    }
}

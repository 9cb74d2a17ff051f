package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** Whoever follows a case without deciding on it: in copy, mentioned, watching; and how its steps want to be decided. */
@CompanyTest
class FollowingApiTests {

    @Autowired
    MockMvcTester web;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @Test
    void whoIsInCopyIsSeenToHaveReadIt() {
        var id = start("follow-copy", "");
        var path = "/api/v1/cases/" + id;
        api.post(Company.STAFF1, path + "/actions/cc", Map.of("who", List.of(Company.MARKET1, Company.DEV1)))
                .isFine(200);
        var copies =
                api.get(Company.STAFF1, path + "/copies").isFine(200).json().get("items");
        assertThat(copies).hasSize(2).allMatch(copy -> copy.get("read_at").isNull());
        assertThat(web.get().uri("/cases/" + id + "/readers").with(user(Company.MARKET1)))
                .bodyText()
                .contains("已阅", "未阅");
        api.post(Company.DEV1, path + "/actions/read", Map.of()).isFine(204);
        var first = api.get(Company.STAFF1, path + "/copies").json();
        api.post(Company.DEV1, path + "/actions/read", Map.of()).isFine(204);
        var again = api.get(Company.STAFF1, path + "/copies").json();
        assertThat(again).isEqualTo(first);
        assertThat(again.get("items")).allMatch(copy -> !copy.get("read_at").isNull());
        api.get(Company.STAFF3, path + "/copies").isProblem(404);
        api.post(Company.STAFF3, path + "/actions/read", Map.of()).isProblem(404);
    }

    @Test
    void whoIsMentionedSeesTheCaseOrIsPutIntoCopy() {
        var id = start("follow-mention", "");
        var comment = "/api/v1/cases/" + id + "/actions/comment";
        var words = Map.of("comment", "请看一下", "who", List.of(Company.HEAD1, Company.MARKET1));
        var refused = api.post(Company.STAFF1, comment, words);
        refused.isProblem(422, "/who");
        api.get(Company.MARKET1, "/api/v1/cases/" + id).isProblem(404);
        api.post(Company.STAFF1, comment, Map.of("comment", "请看一下", "who", List.of("nobody")))
                .isProblem(422, "/who");
        api.post(
                        Company.STAFF1,
                        comment,
                        Map.of("comment", "请看一下", "who", List.of(Company.HEAD1, Company.MARKET1), "copy", true))
                .isFine(200);
        api.get(Company.MARKET1, "/api/v1/cases/" + id).isFine(200);
        assertThat(told(Company.MARKET1)).contains("提到了您：follow-mention");
        assertThat(told(Company.HEAD1)).contains("提到了您：follow-mention");
        assertThat(web.get().uri("/cases/" + id).with(user(Company.STAFF1)))
                .bodyText()
                .contains("留言，提到了");
    }

    @Test
    void whoWatchesACaseIsToldOfEachStepUntilTheyStop() {
        var id = start("follow-watch", "");
        var actions = "/api/v1/cases/" + id + "/actions/";
        api.post(Company.MARKET1, actions + "watch", Map.of()).isProblem(404);
        api.post(Company.MANAGER, actions + "watch", Map.of()).isFine(204);
        api.post(Company.MANAGER, actions + "watch", Map.of()).isFine(204);
        api.does(Company.HEAD1, id, "approve").isFine(200);
        assertThat(told(Company.MANAGER)).contains("您关注的事项有进展：follow-watch");
        assertThat(web.post()
                        .uri("/cases/" + id + "/readers")
                        .param("on", "false")
                        .with(user(Company.MANAGER))
                        .with(csrf()))
                .hasStatus(302);
        api.does(Company.FINANCE1, id, "approve").isFine(200);
        assertThat(told(Company.MANAGER)).doesNotContain("您关注的事项已办结：follow-watch");
    }

    @Test
    void aStepMayDemandWordsAndNameItsButtons() {
        var id = start(
                "follow-manner",
                "zhangfa:opinion=\"reject, approve\" zhangfa:button-approve=\"同意付款\" zhangfa:button-approve-en=\"Pay\"");
        assertThat(web.get().uri("/cases/" + id).with(user(Company.HEAD1)))
                .bodyText()
                .contains("同意付款", "时必须填写");
        assertThat(web.get()
                        .uri("/cases/" + id)
                        .locale(java.util.Locale.ENGLISH)
                        .with(user(Company.HEAD1)))
                .bodyText()
                .contains("Pay");
        for (var action : List.of("approve", "reject")) {
            api.does(Company.HEAD1, id, action, Map.of("comment", " ")).isProblem(422, "/comment");
        }
        var batch = api.post(Company.HEAD1, "/api/v1/tasks/actions/approve", Map.of("tasks", List.of(api.task(id))));
        assertThat(batch.body()).contains("422");
        api.does(Company.HEAD1, id, "return").isFine(200);
        api.does(Company.STAFF1, id, "complete").isFine(200);
        api.does(Company.HEAD1, id, "approve", Map.of("comment", "金额无误")).isFine(200);
    }

    @Test
    void aModelMayLayDownTheTitleOfItsCases() {
        Steps.publish(
                api,
                "follow-title",
                "zhangfa:title=\"&quot;出差 &quot; + where + &quot;（&quot; + initiator + &quot;）&quot;\"",
                Steps.approval("", "strategy=\"unit-head\""));
        var wish = Map.of("process", "follow-title", "form", Map.of("where", "上海"), "title", "随便写的");
        assertThat(api.post(Company.STAFF1, "/api/v1/cases", wish).isFine(201).text("/title"))
                .startsWith("出差 上海（");
        var nowhere = Map.of("process", "follow-title", "form", Map.of(), "title", "随便写的");
        assertThat(api.post(Company.STAFF1, "/api/v1/cases", nowhere)
                        .isFine(201)
                        .text("/title"))
                .isEqualTo("随便写的");
        Steps.handIn(
                        api,
                        Steps.model(
                                "follow-no-title",
                                "zhangfa:title=\"if (\"",
                                Steps.approval("", "strategy=\"unit-head\"")))
                .isProblem(422, "follow-no-title");
    }

    @Test
    void theRouteOfACancelledCaseSaysByWhomItEnded() {
        var id = start("follow-cancel", "");
        api.post(Company.STAFF1, "/api/v1/cases/" + id + "/actions/cancel", Map.of("comment", "不去了"))
                .isFine(200);
        var page = Api.answer(
                        web.get().uri("/cases/" + id).with(user(Company.STAFF1)).exchange())
                .body();
        var route = page.substring(page.indexOf("<ol class=\"route\">"));
        assertThat(route).contains("route__step--rejected", "撤销");
    }

    private String told(String who) {
        return api.get(who, "/api/v1/notifications?page_size=50").isFine(200).body();
    }

    private String start(String process, String attributes) {
        Steps.publish(
                api,
                process,
                "",
                Steps.approval(attributes, "strategy=\"unit-head\""),
                Steps.approval("", "strategy=\"person\" person=\"finance1\""));
        return api.post(Company.STAFF1, "/api/v1/cases", Map.of("process", process, "form", Map.of(), "title", process))
                .isFine(201)
                .text("/id");
    }
}

package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** Everybody hears, once and in their language, what concerns them of a case; nobody hears what they did themselves. */
@CompanyTest
class NotificationApiTests {

    private static final String PATH = "/api/v1/notifications";

    @Autowired
    MockMvcTester web;

    private Api api;
    private String claim;

    @BeforeEach
    void aClaim() {
        api = new Api(web);
        claim = api.claim(Company.STAFF1, "31.50");
    }

    @Test
    void whoeverIsAskedHearsOfTheirTask() {
        var notice = about(Company.HEAD1).getFirst();
        assertThat(notice.get("kind").asString()).isEqualTo("task.assigned");
        assertThat(notice.get("subject").asString()).startsWith("待办：上海出差");
        assertThat(notice.get("link").asString()).isEqualTo("/cases/" + claim);
        assertThat(notice.get("urgency").asString()).isEqualTo("normal");
        assertThat(notice.get("read_at").isNull()).isTrue();
        assertThat(about(Company.STAFF1)).isEmpty();
    }

    @Test
    void noticesSpeakTheReadersLanguage() {
        var english = api.send(
                HttpMethod.GET, Company.HEAD1, PATH, null, MediaType.APPLICATION_JSON, Map.of("Accept-Language", "en"));
        var subject = ours(english).getFirst().get("text").asString();
        assertThat(subject).startsWith("Started by ").contains("is waiting for you");
    }

    @Test
    void theInitiatorHearsOfEachStepAndOfTheEnd() {
        api.does(Company.HEAD1, claim, "approve").isFine(200);
        assertThat(kinds(Company.STAFF1)).containsExactly("case.decided");
        api.does(Company.FINANCE1, claim, "reject", Map.of("comment", "发票抬头不对")).isFine(200);
        var ended = about(Company.STAFF1).getFirst();
        assertThat(ended.get("kind").asString()).isEqualTo("case.ended");
        assertThat(ended.get("subject").asString()).startsWith("被驳回：");
        assertThat(ended.get("remark").asString()).isEqualTo("发票抬头不对");
    }

    @Test
    void whatIsReturnedIsSaidToWhoMustCorrectIt() {
        api.does(Company.HEAD1, claim, "return", Map.of("to", "initiator", "comment", "请补发票"))
                .isFine(200);
        var notice = about(Company.STAFF1).getFirst();
        assertThat(notice.get("kind").asString()).isEqualTo("case.returned");
        assertThat(notice.get("remark").asString()).isEqualTo("请补发票");
    }

    @Test
    void whoIsPutIntoCopyOrConcernedByACommentHearsOfIt() {
        api.post(Company.STAFF1, "/api/v1/cases/" + claim + "/actions/cc", Map.of("who", List.of(Company.FINANCE2)))
                .isFine(200);
        assertThat(kinds(Company.FINANCE2)).containsExactly("case.copied");
        api.post(Company.HEAD1, "/api/v1/cases/" + claim + "/actions/comment", Map.of("comment", "下周再看"))
                .isFine(200);
        assertThat(kinds(Company.STAFF1)).containsExactly("case.commented");
        assertThat(kinds(Company.HEAD1)).containsExactly("task.assigned");
    }

    @Test
    void aCommandTakenBackSaysNothing() {
        api.does(Company.HEAD1, claim, "approve", Map.of("form", Map.of("title", 5)))
                .isProblem(422);
        assertThat(about(Company.STAFF1)).isEmpty();
    }

    @Test
    void theSameCommandAgainSaysNothingAgain() {
        var task = api.task(claim);
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var path = "/api/v1/tasks/" + task + "/actions/approve";
        api.post(Company.HEAD1, path, Map.of(), key).isFine(200);
        api.post(Company.HEAD1, path, Map.of(), key).isFine(200);
        assertThat(kinds(Company.STAFF1)).containsExactly("case.decided");
    }

    @Test
    void whatIsReadIsNotUnreadAnyMore() {
        var id = about(Company.HEAD1).getFirst().get("id").asString();
        var read = api.post(Company.HEAD1, PATH + "/" + id + "/actions/read", Map.of())
                .isFine(200);
        assertThat(read.json().get("read_at").isNull()).isFalse();
        assertThat(ours(api.get(Company.HEAD1, PATH + "?box=unread&page_size=200")))
                .isEmpty();
        assertThat(about(Company.HEAD1)).hasSize(1);
    }

    @Test
    void anothersNoticeIsNotThere() {
        var id = about(Company.HEAD1).getFirst().get("id").asString();
        api.post(Company.STAFF2, PATH + "/" + id + "/actions/read", Map.of()).isProblem(404);
        assertThat(about(Company.HEAD1).getFirst().get("read_at").isNull()).isTrue();
    }

    @Test
    void allAtOnceCanBeRead() {
        api.post(Company.HEAD1, PATH + "/actions/read-all", Map.of()).isFine(204);
        assertThat(about(Company.HEAD1))
                .allMatch(notice -> !notice.get("read_at").isNull());
    }

    @Test
    void whoLooksAtTheCaseHasReadWhatWasSaidAboutIt() {
        assertThat(web.get().uri("/cases/" + claim).with(user(Company.HEAD1))).hasStatusOk();
        assertThat(ours(api.get(Company.HEAD1, PATH + "?box=unread&page_size=200")))
                .isEmpty();
    }

    @Test
    void aListIsReadInPiecesAndRefusesWhatItDoesNotKnow() {
        api.claim(Company.STAFF2, "7.00");
        var first = api.get(Company.HEAD1, PATH + "?page_size=1").isFine(200);
        assertThat(first.json().get("items")).hasSize(1);
        var second = api.get(Company.HEAD1, PATH + "?page_size=1&after=" + first.text("/next"))
                .isFine(200);
        assertThat(second.text("/items/0/id")).isLessThan(first.text("/items/0/id"));
        api.get(Company.HEAD1, PATH + "?box=nonsense").isProblem(422, "/box");
        api.get(Company.HEAD1, PATH + "?after=x").isProblem(422, "/after");
        api.get(Company.HEAD1, PATH + "?page_size=0").isProblem(422, "/page_size");
    }

    private List<String> kinds(String who) {
        return about(who).stream().map(notice -> notice.get("kind").asString()).toList();
    }

    private List<JsonNode> about(String who) {
        return ours(api.get(who, PATH + "?page_size=200"));
    }

    private List<JsonNode> ours(Api.Answer answer) {
        return answer.isFine(200)
                .json()
                .get("items")
                .valueStream()
                .filter(notice -> notice.get("case_id").asString().equals(claim))
                .toList();
    }
}

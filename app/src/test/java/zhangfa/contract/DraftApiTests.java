package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** Forms that are begun and not handed in. */
@CompanyTest
class DraftApiTests {

    private static final String DRAFTS = "/api/v1/drafts";

    @Autowired
    MockMvcTester web;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @Test
    void whatIsBegunIsKeptAsFarAsItGoesAndNobodyElseSeesIt() {
        var id = begin("写了一半");
        assertThat(ids(Company.ANALYST1)).contains(id);
        var saved = api.post(
                        Company.ANALYST1,
                        DRAFTS + "/" + id + "/actions/save",
                        Map.of("form", Map.of("title", "又写了些", "lines", "不像样")))
                .isFine(200);
        assertThat(saved.text("/form/title")).isEqualTo("又写了些");
        api.get(Company.MANAGER, DRAFTS + "/" + id).isProblem(404);
        for (var action : List.of("save", "discard", "restore")) {
            api.post(Company.MANAGER, DRAFTS + "/" + id + "/actions/" + action, Map.of())
                    .isProblem(404);
        }
        assertThat(ids(Company.MANAGER)).doesNotContain(id);
    }

    @Test
    void whatIsDiscardedCanBeRestored() {
        var id = begin("不要了");
        api.post(Company.ANALYST1, DRAFTS + "/" + id + "/actions/discard", Map.of())
                .isFine(204);
        assertThat(ids(Company.ANALYST1)).doesNotContain(id);
        api.get(Company.ANALYST1, DRAFTS + "/" + id).isProblem(404);
        api.post(Company.ANALYST1, DRAFTS + "/" + id + "/actions/restore", Map.of())
                .isFine(200);
        assertThat(ids(Company.ANALYST1)).contains(id);
    }

    @Test
    void aDraftIsOfAProcessThatThereIs() {
        api.post(Company.ANALYST1, DRAFTS, Map.of()).isProblem(422, "/process");
        api.post(Company.ANALYST1, DRAFTS, Map.of("process", "mars")).isProblem(422, "/process");
        api.post(Company.ANALYST1, DRAFTS, Map.of("process", "expense-claim", "form", List.of()))
                .isProblem(422, "/form");
        api.post(Company.ANALYST1, DRAFTS, Map.of("process", "expense-claim", "title", "长".repeat(201)))
                .isProblem(422, "/title");
    }

    @Test
    void thePageKeepsADraftGoesOnWithItAndForgetsItWhenItIsHandedIn() {
        var id = UUID.randomUUID().toString();
        assertThat(post("/start/expense-claim/draft/keeping", Map.of("draft", id, "title", "<b>途中</b>")))
                .isEqualTo(204);
        assertThat(web.get().uri("/drafts").with(user(Company.ANALYST1)))
                .hasStatusOk()
                .bodyText()
                .contains("&lt;b&gt;途中", id);
        assertThat(web.get().uri("/start/expense-claim?draft=" + id).with(user(Company.ANALYST1)))
                .hasStatusOk()
                .bodyText()
                .contains("&lt;b>途中");
        assertThat(web.get().uri("/start/expense-claim?draft=" + id).with(user(Company.MANAGER)))
                .hasStatus(404);
        assertThat(post("/drafts/" + id + "/discarding", Map.of())).isEqualTo(302);
        assertThat(post("/drafts/" + id + "/restoring", Map.of())).isEqualTo(302);
        assertThat(post("/start/expense-claim", handedIn(id))).isEqualTo(302);
        assertThat(ids(Company.ANALYST1)).doesNotContain(id);
    }

    private Map<String, String> handedIn(String draft) {
        return Map.of(
                "draft",
                draft,
                "command",
                UUID.randomUUID().toString(),
                "title",
                "途中",
                "lines[0].date",
                "2026-11-02",
                "lines[0].category",
                "交通",
                "lines[0].description",
                "高铁",
                "lines[0].amount",
                "12.50",
                "vouchers",
                api.voucher(Company.ANALYST1));
    }

    private int post(String path, Map<String, String> fields) {
        var request = web.post().uri(path).with(user(Company.ANALYST1)).with(csrf());
        fields.forEach(request::param);
        return request.exchange().getResponse().getStatus();
    }

    private String begin(String title) {
        return api.post(Company.ANALYST1, DRAFTS, Map.of("process", "expense-claim", "form", Map.of("title", title)))
                .isFine(201)
                .text("/id");
    }

    private List<String> ids(String who) {
        return api.get(who, DRAFTS + "?page_size=200")
                .isFine(200)
                .json()
                .get("items")
                .valueStream()
                .map(draft -> draft.get("id").asString())
                .toList();
    }
}

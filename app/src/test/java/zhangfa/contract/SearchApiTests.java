package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** One search over cases, people and articles. */
@CompanyTest
class SearchApiTests {

    @Autowired
    MockMvcTester web;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @Test
    void aCaseIsFoundByWordsInitialsAndNumber() {
        var found = titled("苏州园区考察 Suzhou");
        var title = found.get("title");
        for (var words : List.of("苏州", "园区考察", "考察 苏州", "SUZHOU", "szyqkc", found.get("number"), "州")) {
            assertThat(titles(Company.STAFF1, words)).as(words).contains(title);
        }
        for (var words : List.of("苏考", "苏州 杭州", "", "  ", "%", "_", "苏%")) {
            assertThat(titles(Company.STAFF1, words)).as(words).doesNotContain(title);
        }
    }

    @Test
    void nobodyFindsWhatTheyMayNotSee() {
        titled("绝不外传的事项");
        assertThat(titles(Company.MARKET1, "绝不外传")).isEmpty();
        assertThat(titles(Company.HEAD1, "绝不外传")).isNotEmpty();
        assertThat(titles(Company.INSPECTOR1, "绝不外传")).isNotEmpty();
    }

    @Test
    void colleaguesAndArticlesAreFoundToo() {
        assertThat(hits(Company.STAFF1, "wxy")).contains("person 王小雨");
        assertThat(hits(Company.STAFF1, "B.6.1.2")).anyMatch(hit -> hit.startsWith("article "));
        assertThat(hits(Company.STAFF1, "报销")).anyMatch(hit -> hit.startsWith("article "));
        api.get(Company.STAFF1, "/api/v1/search?q=a&page_size=0").isProblem(422, "/page_size");
    }

    @Test
    void thePageSaysWhatItFindsAndEscapesIt() {
        titled("<script>园林</script>");
        assertThat(web.get().uri("/search?q=园林").with(user(Company.STAFF1)))
                .hasStatusOk()
                .bodyText()
                .contains("&lt;script&gt;园林")
                .doesNotContain("<script>园林");
        assertThat(web.get().uri("/search?q=<b>没有").with(user(Company.STAFF1)))
                .hasStatusOk()
                .bodyText()
                .contains("没有找到");
        assertThat(web.get().uri("/search/hits?q=园林").with(user(Company.STAFF1)))
                .hasStatusOk();
    }

    private Map<String, String> titled(String title) {
        var started = api.post(
                        Company.STAFF1,
                        "/api/v1/cases",
                        Map.of(
                                "process",
                                "expense-claim",
                                "form",
                                api.form(Company.STAFF1, "5.00"),
                                "title",
                                title + " " + Long.toString(System.nanoTime(), 36)))
                .isFine(201);
        return Map.of("title", started.text("/title"), "number", started.text("/number"));
    }

    private List<String> titles(String who, String words) {
        return hits(who, words).stream()
                .filter(hit -> hit.startsWith("case "))
                .map(hit -> hit.substring(5))
                .toList();
    }

    private List<String> hits(String who, String words) {
        return api.get(who, "/api/v1/search?page_size=200&q=" + words)
                .isFine(200)
                .json()
                .get("items")
                .valueStream()
                .map(hit -> hit.get("kind").asString() + " " + hit.get("title").asString())
                .toList();
    }
}

package zhangfa.rulebook.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhangfa.Company;

@SpringBootTest
@AutoConfigureMockMvc
class CoverageApiTests {

    @Autowired
    MockMvcTester web;

    @Test
    void everyClauseOfBothRulebooksIsListedPageByPage() throws UnsupportedEncodingException {
        var clauses = new ArrayList<String>();
        String after = null;
        do {
            var page = get("/api/v1/rulebook/clauses?page_size=100" + (after == null ? "" : "&after=" + after));
            assertThat(page).hasStatusOk();
            var json = page.getResponse().getContentAsString();
            clauses.addAll(JsonPath.<List<String>>read(json, "$.items[*].clause"));
            after = JsonPath.read(json, "$.next");
        } while (after != null);
        assertThat(clauses)
                .hasSize(250)
                .doesNotHaveDuplicates()
                .startsWith("A.1.1a")
                .endsWith("B.7.3.3");
    }

    @Test
    void aClauseSaysWhereItStandsAndWhy() {
        var answer = get("/api/v1/rulebook/clauses?page_size=1&after=B.6.1.2b");
        assertThat(answer).bodyJson().extractingPath("$.items[0].clause").isEqualTo("B.6.1.2c");
        assertThat(answer).bodyJson().extractingPath("$.items[0].article").isEqualTo("B.6.1.2");
        assertThat(answer).bodyJson().extractingPath("$.items[0].section").isEqualTo("B.6.1");
        assertThat(answer).bodyJson().extractingPath("$.items[0].title").isEqualTo("财务核验票据合规与金额准确");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.items[0].reasons")
                .asArray()
                .isNotEmpty();
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.items[0].controls[0].key")
                .isEqualTo("expense-paid-without-review");
    }

    @Test
    void whatNobodyCarriesOutIsNotExecutable() {
        var answer = get("/api/v1/rulebook/clauses?page_size=1");
        assertThat(answer).bodyJson().extractingPath("$.items[0].executable").isEqualTo("no");
        assertThat(answer).bodyJson().extractingPath("$.items[0].reasons[0]").isEqualTo("还没有落实这一条的办法");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.items[0].evidence_count")
                .isEqualTo(0);
        assertThat(answer).bodyJson().hasPath("$.items[0].last_evidence_at");
    }

    @Test
    void itAnswersInTheReadersLanguage() {
        var answer = web.get()
                .uri("/api/v1/rulebook/clauses?page_size=1&after=B.6.1.2c")
                .header("Accept-Language", "zh-TW")
                .with(user(Company.STAFF1))
                .exchange();
        assertThat(answer).bodyJson().extractingPath("$.items[0].title").isEqualTo("終審通過後付款，一單只付一次");
    }

    @Test
    void theCountsOfTheChaptersAddUp() throws UnsupportedEncodingException {
        var answer = get("/api/v1/rulebook/coverage");
        assertThat(answer).hasStatusOk();
        var json = answer.getResponse().getContentAsString();
        assertThat(JsonPath.<List<Integer>>read(json, "$.chapters[*].articles").stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(JsonPath.<Integer>read(json, "$.articles"))
                .isEqualTo(143);
        for (var count : List.of("executable", "on_duty", "evidenced", "holding")) {
            assertThat(JsonPath.<Integer>read(json, "$." + count)).isBetween(0, 143);
        }
    }

    @Test
    void aWrongPageIsNamed() {
        for (var wrong : List.of("page_size=0", "page_size=201")) {
            var answer = get("/api/v1/rulebook/clauses?" + wrong);
            assertThat(answer).hasStatus(422);
            assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/page_size");
        }
        var answer = get("/api/v1/rulebook/clauses?after=nowhere");
        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/after");
    }

    private MvcTestResult get(String uri) {
        return web.get()
                .uri(uri)
                .header("Accept-Language", "zh-CN")
                .with(user(Company.STAFF1))
                .exchange();
    }
}

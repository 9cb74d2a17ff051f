package zhangfa.rulebook.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** Somebody writes a control of the company's own and tries it out. */
@CompanyTest
class ControlPagesTests {

    private static final String HERE = "/rulebook/controls";
    private static final String TITLE = "试写的规则";

    @Autowired
    MockMvcTester web;

    @Autowired
    ControlRoom room;

    @Autowired
    JdbcClient database;

    @AfterEach
    void remove() {
        keys().forEach(key -> database.sql("delete from rulebook.control where key = ?")
                .param(key)
                .update());
    }

    @Test
    void aQuestionIsTriedOutAndItsRowsAreForThoseWhoMaySeeEveryCase() {
        var query = "select 'secret-row' as title from generate_series(1, 3) n";
        assertThat(post(HERE + "/trial", Company.DESIGNER1, "query", query))
                .hasStatusOk()
                .bodyText()
                .contains("3")
                .doesNotContain("secret-row");
        assertThat(post(HERE + "/trial", Company.DESIGNER1, "query", "select 1 where false"))
                .bodyText()
                .contains("现在没有查到违反");
    }

    @Test
    void aMaliciousQuestionIsRefusedInWordsAndNotKept() {
        assertThat(post(HERE + "/trial", Company.DESIGNER1, "query", "select pg_sleep(3600)"))
                .hasStatusOk()
                .bodyText()
                .contains("pg_sleep");
        assertThat(write(HERE, "select * from identity.account", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("只能读取 fact 中的视图");
        assertThat(keys()).isEmpty();
    }

    @Test
    void aControlIsKeptAskedAndOfTwoChangesOneWins() {
        assertThat(write(HERE, "select n as number from generate_series(1, 2) n", "0"))
                .hasStatus3xxRedirection();
        var key = keys().getFirst();
        assertThat(room.ask(key).rowCount()).isEqualTo(2);
        assertThat(get(HERE)).bodyText().contains(TITLE, "发现 2 起");
        assertThat(write(HERE + "/" + key, "select 1 as number where false", "0"))
                .hasStatus3xxRedirection();
        assertThat(write(HERE + "/" + key, "select 3 as number", "0"))
                .hasStatus(409)
                .bodyText()
                .contains("select 3 as number", "value=\"1\"");
        assertThat(post(HERE + "/" + key + "/removal", Company.DESIGNER1)).hasStatus3xxRedirection();
        assertThat(keys()).isEmpty();
    }

    @Test
    void aCommonQuestionIsWrittenForWhoeverWritesNone() {
        for (var pattern : Pattern.values()) {
            assertThat(common(pattern.word(), "expense-claim", "30")).bodyText().contains("from fact.case c");
            assertThat(room.tryOut(pattern.query("expense-claim", 30)).failure())
                    .as(pattern.word())
                    .isNull();
        }
        assertThat(common("x", "x' or '1", "0"))
                .bodyText()
                .contains("请选择。", "请填 1 到 999。")
                .doesNotContain("from fact.case c");
    }

    @Test
    void theClausesItWatchesAreFoundByNumberOrWordsAndExist() {
        assertThat(get("/rulebook/places?q=报销 金额"))
                .hasStatusOk()
                .bodyText()
                .contains("B.6.1.2c", "财务核验票据合规与金额准确")
                .doesNotContain("checked");
        assertThat(get("/rulebook/places?q=b.6.1.2&clauses=B.6.1.2b"))
                .bodyText()
                .contains("value=\"B.6.1.2b\" checked", "value=\"B.6.1.2a\"");
        assertThat(post(HERE, Company.DESIGNER1, "revision", "0", "clauses", "B.99", "query", "select 1 as number"))
                .hasStatus(422)
                .bodyText()
                .contains("有的条款已不在现行制度里");
        assertThat(keys()).isEmpty();
    }

    private MvcTestResult common(String pattern, String process, String days) {
        var answer = post(HERE + "/pattern", Company.DESIGNER1, "pattern", pattern, "process", process, "days", days);
        assertThat(answer).hasStatusOk();
        return answer;
    }

    @Test
    void theFactsThatCanBeAskedAboutStandBeside() {
        assertThat(get(HERE + "/new")).hasStatusOk().bodyText().contains("fact.case", "fact.regulation", "initiator");
    }

    @Test
    void aControlThatAPracticeBringsIsNotChangedHere() {
        assertThat(get(HERE + "/expense-paid-twice/edit")).hasStatus(404);
        assertThat(web.get().uri(HERE).with(user(Company.STAFF1)).exchange()).hasStatus(403);
    }

    private List<String> keys() {
        return database.sql("select key from rulebook.control where practice is null and title ->> 'zh-CN' = ?")
                .param(TITLE)
                .query(String.class)
                .list();
    }

    private MvcTestResult write(String path, String query, String revision) {
        return post(
                path,
                Company.DESIGNER1,
                "title",
                TITLE,
                "article",
                "第五条",
                "severity",
                "major",
                "cadence",
                "daily",
                "owner",
                "accountant",
                "query",
                query,
                "revision",
                revision);
    }

    private MvcTestResult get(String path) {
        return web.get()
                .uri(path)
                .header("Accept-Language", "zh-CN")
                .with(user(Company.DESIGNER1))
                .exchange();
    }

    private MvcTestResult post(String path, String who, String... parameters) {
        var request = web.post()
                .uri(path)
                .header("Accept-Language", "zh-CN")
                .with(user(who))
                .with(csrf());
        for (var at = 0; at < parameters.length; at += 2) {
            request = request.param(parameters[at], parameters[at + 1]);
        }
        return request.exchange();
    }
}

package zhangfa.rulebook.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhangfa.Company;
import zhangfa.api.Refusal;
import zhangfa.ui.Language;

@SpringBootTest
@AutoConfigureMockMvc
class ArticlePageTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    ArticleReading articles;

    @Test
    void theContentsLeadToEveryArticle() {
        assertThat(get("/rulebook"))
                .hasStatusOk()
                .bodyText()
                .contains("/rulebook/articles/A.7.2.1", "/rulebook/articles/B.6.1.2");
    }

    @Test
    void aSearchKeepsWhatMentionsItWithWhatStandsAbove() {
        assertThat(get("/rulebook?q=核销")).hasStatusOk().bodyText().doesNotContain("/rulebook/articles/");
        assertThat(get("/rulebook?q=费用报销"))
                .bodyText()
                .contains("内部管理", "/rulebook/articles/B.6.1.2\"")
                .doesNotContain("/rulebook/articles/A.1.1\"");
    }

    @Test
    void aSearchForMarkupIsShownAsText() {
        assertThat(get("/rulebook?q=<script>alert(1)</script>"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void anArticleShowsDutiesPeopleGuideAndControls() {
        assertThat(get("/rulebook/articles/B.6.1.2"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("@*")
                .contains("费用报销", "唐思源", "guide-finance-review", "control-expense-paid-twice");
    }

    @Test
    void aClauseIsFoundOnThePageOfItsArticle() {
        assertThat(get("/rulebook/articles/B.6.1.2d")).hasStatusOk().bodyText().contains("id=\"B.6.1.2d\"");
    }

    @Test
    void twinsAreNamedBothWays() {
        assertThat(get("/rulebook/articles/A.3.5.2")).bodyText().contains("/rulebook/articles/B.7.1.1a");
        assertThat(get("/rulebook/articles/B.7.1.1")).bodyText().contains("/rulebook/articles/A.3.5.2a");
    }

    @Test
    void anArticleThatIsNowhereIsNotThere() {
        assertThatThrownBy(() -> articles.read("Z.9.9", Language.CHINA))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_THERE));
    }

    @Test
    void aChapterOpensIntoItsArticles() {
        assertThat(get("/rulebook/coverage?chapter=B.6"))
                .hasStatusOk()
                .bodyText()
                .contains("/rulebook/articles/B.6.3.3");
    }

    private MvcTestResult get(String uri) {
        return web.get()
                .uri(uri)
                .header("Accept-Language", "zh-CN")
                .with(user(Company.STAFF1))
                .exchange();
    }
}

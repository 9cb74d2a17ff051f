package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** Sections of people, documents, products and markets, from their first step to their evidence. */
@CompanyTest
class BusinessSectionTests {

    private static final String IN_A_WEEK = LocalDate.now().plusDays(7).toString();

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient database;

    private Api api;
    private Sections sections;

    @BeforeEach
    void client() {
        api = new Api(web);
        sections = new Sections(api, database);
    }

    @Test
    void somebodyIsHiredWithAnOpinionAndAContractOnFile() {
        var id = sections.begun(
                Company.STAFF1, "recruitment", Map.of("title", "运营专员", "headcount", 1, "requirements", "两年经验，会数据分析"));
        api.does(Company.HEAD1, id, "approve").isFine(200);
        api.does(Company.HR_HEAD, id, "approve").isFine(200);
        api.does(Company.HR1, id, "complete", Map.of("form", Map.of("screening", "收到 12 份，入选 3 份")))
                .isFine(200);
        var candidate = Map.of("name", "赵一鸣", "score", 86, "opinion", "思路清楚");
        api.does(Company.HR1, id, "complete", Map.of("form", Map.of("candidates", List.of(candidate))))
                .isFine(200);
        api.does(Company.STAFF1, id, "complete", Map.of("form", Map.of("hire", "赵一鸣", "reason", "分数最高")))
                .isFine(200);
        api.does(Company.HR_HEAD, id, "approve").isFine(200);
        var contract = Map.of(
                "contract_number", "LD-" + id, "starts_on", "2027-01-04", "ends_on", "2030-01-03", "probation", 3);
        api.does(Company.HR1, id, "complete", Map.of("form", contract)).isFine(200);
        assertThat(sections.registered(id, "labour_contract")).containsEntry("person", "赵一鸣");
    }

    @Test
    void aDocumentIsIssuedAndFiled() {
        var form =
                Map.of("title", "差旅标准", "content", "各地标准", "level", "internal", "retention", 10, "until", "2036-12-31");
        var id = sections.begun(Company.STAFF1, "document-filing", form);
        api.does(Company.HEAD1, id, "approve").isFine(200);
        api.does(Company.CEO, id, "approve").isFine(200);
        api.does(Company.ADMIN1, id, "complete", Map.of("form", Map.of("class", "rules", "location", "A 柜 3 层")))
                .isFine(200);
        assertThat(sections.registered(id, "document")).containsEntry("class", "rules");
    }

    @Test
    void aDocumentIsLentAndComesBack() {
        var form = Map.of("title", "差旅标准", "document", "WJ-00001", "purpose", "核对标准", "due", IN_A_WEEK);
        var id = sections.begun(Company.STAFF1, "document-loan", form);
        api.does(Company.ADMIN_HEAD, id, "approve").isFine(200);
        api.does(Company.ADMIN1, id, "complete", Map.of("form", Map.of("lent_on", "2026-11-23")))
                .isFine(200);
        var back = Map.of("returned_on", "2026-11-25", "condition", "完好");
        api.does(Company.ADMIN1, id, "complete", Map.of("form", back)).isFine(200);
        assertThat(sections.registered(id, "document_loan")).containsEntry("document", "WJ-00001");
    }

    @Test
    void twoPeopleWatchTheDestruction() {
        var id = sections.begun(Company.ADMIN1, "document-destruction", Map.of("title", "年度清理", "reason", "到期"));
        assertThat(api.caseOf(id).at("/facts/expired").isArray()).isTrue();
        var list = List.of(Map.of("number", "WJ-90001", "title", "旧通知"));
        api.does(Company.ADMIN_HEAD, id, "approve", Map.of("form", Map.of("list", list)))
                .isFine(200);
        api.does(Company.CEO, id, "approve").isFine(200);
        api.does(Company.INSPECTOR1, id, "approve").isFine(200);
        assertThat(api.caseOf(id).get("status").asString()).isEqualTo("running");
        api.does(Company.ADMIN_HEAD, id, "approve").isFine(200);
        assertThat(api.caseOf(id).get("status").asString()).isEqualTo("completed");
    }

    @Test
    void aReleaseGoesOnlyWhereAllThreeAgreeAndIsReviewed() {
        var form = Map.of(
                "title", "会员版 2.0",
                "steps", "灰度、全量",
                "risks", "峰值",
                "way_back", "切回 1.9",
                "planned_on", IN_A_WEEK,
                "goals", List.of(Map.of("goal", "次日留存", "target", "40%")));
        var id = sections.begun(Company.MARKET1, "release", form);
        api.does(Company.DEV_HEAD, id, "approve").isFine(200);
        var checks = List.of(Map.of("item", "回退演练", "passed", "yes"));
        api.does(Company.DEV1, id, "complete", Map.of("form", Map.of("checks", checks)))
                .isFine(200);
        api.does(Company.DEV_HEAD, id, "approve").isFine(200);
        api.does(Company.MARKET_HEAD, id, "approve").isFine(200);
        assertThat(api.open(id)).allMatch(step -> step.startsWith("go-no-go"));
        api.does(Company.AGENT_HEAD, id, "approve").isFine(200);
        api.does(Company.DEV1, id, "complete", Map.of("form", Map.of("launched_on", IN_A_WEEK, "version", "2.0.0")))
                .isFine(200);
        api.does(Company.DEV1, id, "complete", Map.of("form", Map.of("problems", "无")))
                .isFine(200);
        var results = List.of(Map.of("goal", "次日留存", "result", "41%"));
        api.does(Company.MARKET1, id, "complete", Map.of("form", Map.of("results", results, "lessons", "早做压测")))
                .isFine(200);
        api.does(Company.MANAGER, id, "approve").isFine(200);
        assertThat(api.caseOf(id).get("status").asString()).isEqualTo("completed");
    }

    @Test
    void aResearchHasSixPartsFourChaptersAndIsOnFile() {
        var plan = plan();
        var incomplete = new HashMap<>(plan);
        incomplete.remove("method");
        api.start(Company.MARKET1, "market-research", incomplete).isProblem(422, "/form/method");
        var id = sections.begun(Company.MARKET1, "market-research", plan);
        api.does(Company.MARKET_HEAD, id, "approve").isFine(200);
        var source = Map.of(
                "kind",
                "interview",
                "content",
                "愿付年费",
                "source",
                "访谈 12 人",
                "dated",
                "2026-11-20",
                "credibility",
                "high",
                "consent",
                "书面");
        api.does(
                        Company.MARKET1,
                        id,
                        "complete",
                        Map.of("form", Map.of("sources", List.of(source), "frame", "动机与价格", "spot_check", "抽 3 份")))
                .isFine(200);
        var report = Map.of(
                "background", "市场变化",
                "approach", "半结构访谈",
                "findings", List.of(Map.of("judgement", "愿意付费", "figures", "12 人中 9 人")),
                "advice", "推出年费");
        api.does(Company.MARKET1, id, "complete", Map.of("form", report)).isFine(200);
        api.does(Company.MARKET_HEAD, id, "approve").isFine(200);
        assertThat(sections.registered(id, "research")).containsEntry("advice", "推出年费");
    }

    @Test
    void aPromotionIsEvaluatedByTheFiguresThatWereImportedForIt() {
        var campaign = "TG-" + UUID.randomUUID();
        var id = sections.begun(Company.MARKET1, "promotion", strategy(campaign));
        api.does(Company.MARKET_HEAD, id, "approve").isFine(200);
        var material = Map.of("name", "海报", "version", "1", "rights", "自有", "until", "2030-12-31");
        api.does(Company.MARKET1, id, "complete", Map.of("form", Map.of("materials", List.of(material))))
                .isFine(200);
        api.does(Company.MARKET_HEAD, id, "approve").isFine(200);
        imported("channel_fact", """
                推广代号,渠道,日期,曝光,点击,费用,线索,订单,销售额
                %1$s,搜索,2026-11-02,5000,200,300,20,4,800
                %1$s,搜索,2026-11-03,6000,250,500,25,6,1600
                %1$s,展会,2026-11-03,400,40,200,8,0,0
                别的,搜索,2026-11-03,1,1,9999,1,1,1
                """.formatted(campaign));
        var task = Map.of("task", "投放", "done_on", "2026-11-20", "proof", "投放报告");
        api.does(Company.MARKET1, id, "complete", Map.of("form", Map.of("tasks", List.of(task))))
                .isFine(200);
        var figures = api.caseOf(id).at("/facts/figures");
        assertThat(figures.valueStream().map(line -> line.get("channel").asString()))
                .containsExactlyInAnyOrder("展会", "搜索", "合计");
        var total = figures.valueStream()
                .filter(line -> line.get("channel").asString().equals("合计"))
                .findFirst()
                .orElseThrow();
        assertThat(total.get("cost").asDouble()).isEqualTo(1000);
        assertThat(total.get("orders").asInt()).isEqualTo(10);
        assertThat(total.get("roi").asDouble()).isEqualTo(140.0);
        api.does(Company.MARKET1, id, "complete", Map.of("form", Map.of("result", "达成", "lessons", "早投搜索")))
                .isFine(200);
        api.does(Company.MANAGER, id, "approve").isFine(200);
        assertThat(sections.registered(id, "promotion")).containsEntry("lessons", "早投搜索");
    }

    @Test
    void aLawIsReviewedOnFileAndFoundByItsControlOnceItsReviewIsOverdue() {
        var law = "电子商务法 " + UUID.randomUUID();
        var id = reviewed(law, "change", LocalDate.now().minusDays(3));
        assertThat(sections.registered(id, "legal_basis")).containsEntry("articles", "B.6.1.2");
        assertThat(overdue()).contains(law);
        reviewed(law, "due", LocalDate.now().plusYears(1));
        assertThat(overdue()).doesNotContain(law);
    }

    private String reviewed(String law, String occasion, LocalDate again) {
        var form = Map.of("title", law, "valid_from", "2019-01-01", "articles", "B.6.1.2", "occasion", occasion);
        var id = sections.begun(Company.STAFF1, "legal-review", form);
        var review = Map.of("conclusion", "相符", "review_on", again.toString());
        api.does(Company.INSPECTOR1, id, "approve", Map.of("form", review)).isFine(200);
        return id;
    }

    /** As the control that looks for it answers now. */
    private String overdue() {
        var answer = web.post()
                .uri("/rulebook/controls/legal-basis-overdue/run")
                .with(user(Company.INSPECTOR1))
                .with(csrf())
                .exchange();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> strategy(String campaign) {
        var channel = Map.of("channel", "搜索", "kind", "online", "cost", 1000, "leads", 50);
        return Map.of(
                "title", "会员日推广",
                "campaign", campaign,
                "goal", "新增会员",
                "audience", "一线城市",
                "basis", "DY-00001",
                "begins", "2026-11-01",
                "ends", "2026-11-20",
                "channels", List.of(channel));
    }

    private void imported(String register, String csv) {
        var file = new MockMultipartFile("file", "facts.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        var answer = web.post()
                .uri("/api/v1/registers/" + register + "/imports")
                .multipart()
                .file(file)
                .with(user(Company.MARKET1))
                .exchange();
        Api.answer(answer).isFine(200);
    }

    private static Map<String, Object> plan() {
        return Map.of(
                "title", "会员需求",
                "purpose", "定位",
                "content", "需求",
                "scope", "一线城市",
                "method", "访谈",
                "schedule", "两周",
                "staff", "市场部");
    }
}

package zhangfa.contract;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
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
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;

/** Sections of daily work, from their first step to their evidence, by people who may do each. */
@CompanyTest
class SectionJourneyTests {

    private static final String IN_A_WEEK = LocalDate.now().plusDays(7).toString();

    @Autowired
    MockMvcTester web;

    @Autowired
    List<JobHandler> handlers;

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
    void aWeeklyPlanThatIsApprovedFulfilsTheObligationOfItsUnitAndOfNoOther() {
        var wish = Map.of(
                "title", "提交计划",
                "every", "year",
                "workday", -1,
                "owner", "unit-head",
                "proof", "process",
                "source", "weekly-plan");
        var obligation = api.post(Company.DESIGNER1, "/api/v1/rulebook/obligations", wish)
                .isFine(201)
                .text("/key");
        var id = sections.begun(
                Company.HEAD2,
                "weekly-plan",
                Map.of(
                        "title",
                        "运营二部下周计划",
                        "goal",
                        "完成会员日准备",
                        "lines",
                        List.of(Map.of("task", "确认物料", "owner", Company.STAFF3, "due", IN_A_WEEK))));
        api.does(Company.MANAGER, id, "approve").isFine(200);
        assertThat(unitsDone(obligation)).containsExactly("运营二部");
        api.send(
                        HttpMethod.DELETE,
                        Company.DESIGNER1,
                        "/api/v1/rulebook/obligations/" + obligation,
                        null,
                        MediaType.APPLICATION_JSON,
                        Map.of())
                .isFine(204);
    }

    private List<String> unitsDone(String obligation) {
        var list = "/api/v1/rulebook/occurrences?page_size=200&standing=done&month="
                + LocalDate.now().getYear() + "-12";
        return api.get(Company.INSPECTOR1, list)
                .isFine(200)
                .json()
                .get("items")
                .valueStream()
                .filter(item -> item.get("obligation").asString().equals(obligation))
                .map(item -> item.get("unit").asString())
                .toList();
    }

    @Test
    void aMeetingsResolutionIsChasedUntilSomebodyElseHasVerifiedIt() {
        var id = sections.begun(Company.MANAGER, "meeting", meeting());
        assertThat(api.caseOf(id).at("/facts/agenda").isArray()).isTrue();
        api.does(Company.ADMIN1, id, "complete", Map.of("form", Map.of("room", "三楼会议室 " + id)))
                .isFine(200);
        var resolution = Map.of("title", "月底前上线会员日页面", "owner", Company.STAFF2, "due", IN_A_WEEK);
        api.does(
                        Company.STAFF1,
                        id,
                        "complete",
                        Map.of("form", Map.of("minutes", "逐项讨论，决议一项。", "resolutions", List.of(resolution))))
                .isFine(200);
        api.does(Company.HEAD1, id, "approve").isFine(200);
        called(id);

        var resolved = resolutionOf(id);
        api.does(Company.STAFF2, resolved, "complete", Map.of("form", Map.of("result", "页面已上线")))
                .isFine(200);
        api.does(Company.ADMIN_HEAD, resolved, "return", Map.of("to", "execution", "comment", "缺上线记录"))
                .isFine(200);
        assertThat(api.caseOf(id).get("status").asString()).isEqualTo("running");
        api.does(Company.STAFF2, resolved, "complete", Map.of("form", Map.of("result", "页面已上线，记录见编号 12")))
                .isFine(200);
        api.does(Company.ADMIN_HEAD, resolved, "approve").isFine(200);
        called(id);
        assertThat(api.caseOf(resolved).get("status").asString()).isEqualTo("completed");
        assertThat(api.open(id)).isEmpty();
    }

    @Test
    void anImprovementIsAnsweredTriedEvaluatedAndRegistered() {
        var form = Map.of("title", "合并两张重复的表", "problem", "同样的数填两遍", "suggestion", "合并为一张");
        var id = sections.begun(Company.STAFF1, "improvement-proposal", form);
        api.does(
                        Company.DESIGNER1,
                        id,
                        "complete",
                        Map.of("form", Map.of("decision", "trial", "reply", "先试一个月", "responsible", Company.STAFF2)))
                .isFine(200);
        api.does(Company.STAFF2, id, "complete", Map.of("form", Map.of("effect", "每周少填 40 分钟")))
                .isFine(200);
        api.does(Company.MANAGER, id, "approve").isFine(200);
        assertThat(sections.registered(id, "improvement")).containsEntry("decision", "trial");
    }

    @Test
    void aDeclinedImprovementIsRegisteredWithItsReason() {
        var form = Map.of("title", "取消周报", "problem", "费时", "suggestion", "不写了");
        var id = sections.begun(Company.STAFF1, "improvement-proposal", form);
        api.does(Company.DESIGNER1, id, "complete", Map.of("form", Map.of("decision", "decline", "reply", "例会要用")))
                .isFine(200);
        assertThat(sections.registered(id, "improvement")).containsEntry("reply", "例会要用");
    }

    @Test
    void anUndertakingIsCheckedAndOnFile() {
        var form = Map.of(
                "title", "运营专员 王小雨", "level", "internal", "scope", "用户数据", "valid_until", "2027-12-31", "agreed", true);
        var id = sections.begun(Company.STAFF1, "confidentiality-undertaking", form);
        api.does(Company.HR_HEAD, id, "approve").isFine(200);
        assertThat(sections.registered(id, "undertaking")).containsEntry("level", "internal");
    }

    private static Map<String, Object> meeting() {
        return Map.of(
                "title", "工作例会",
                "kind", "weekly",
                "held_on", IN_A_WEEK,
                "time", "09:30",
                "place", "总部",
                "attendees", "各部门负责人",
                "chair", Company.HEAD1,
                "recorder", Company.STAFF1);
    }

    /** The job that brings called cases in line is done at once, and bears being done twice. */
    private void called(String id) {
        var byKind = handlers.stream().collect(toMap(JobHandler::kind, handler -> handler));
        try {
            byKind.get("process.call").run(new Job("process.call", id, Instant.EPOCH, ""));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String resolutionOf(String meeting) {
        return database.sql("select id::text from process.case where caller = ?")
                .param(UUID.fromString(meeting))
                .query(String.class)
                .single();
    }
}

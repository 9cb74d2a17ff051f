package zhangfa.organization.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.organization.Organization;

/** The chart, units and people on pages and in the API, and changes to them. */
@CompanyTest
class OrganizationPageTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    Organization organization;

    @Autowired
    UnitDesk desk;

    @Autowired
    JdbcClient database;

    private UUID unit = new UUID(0, 0);

    @BeforeEach
    void found() {
        var top = organization.unitKeyed("management").orElseThrow();
        unit = desk.found(UnitKeys.fresh(), "临时组", top.id(), top.legalEntity(), null);
    }

    @AfterEach
    void remove() {
        database.sql("delete from organization.headship where unit = ?")
                .param(unit)
                .update();
        database.sql("delete from organization.unit where parent = ? or id = ?")
                .params(unit, unit)
                .update();
    }

    @Test
    void theChartShowsUnitsWithHeadsAndPeople() {
        assertThat(web.get().uri("/organization").with(user(Company.STAFF1)))
                .hasStatusOk()
                .bodyText()
                .contains("运营中心", "林晓峰", "王小雨", "流程监督组");
    }

    @Test
    void aUnitCannotStandBelowItself() {
        var child = desk.found(UnitKeys.fresh(), "下级", unit, "x", null);
        assertThat(post(unit, "parent", "parent", child.toString())).hasStatus(422);
        assertThat(post(unit, "parent", "parent", unit.toString())).hasStatus(422);
    }

    @Test
    void aUnitIsRenamedMovedAndGivenAHead() {
        var marketing = organization.unitKeyed("marketing").orElseThrow();
        var head = organization.personNamed(Company.MARKET1).orElseThrow();
        post(unit, "name", "name", "新名字");
        post(unit, "parent", "parent", marketing.id().toString());
        post(unit, "head", "person", head.id().toString());
        var changed = organization.unit(unit).orElseThrow();
        assertThat(changed.name()).isEqualTo("新名字");
        assertThat(changed.parent()).isEqualTo(marketing.id());
        assertThat(changed.head()).isEqualTo(head.id());
        assertThat(web.get().uri("/organization/units/" + unit).with(user(Company.ROOT)))
                .bodyText()
                .contains("任命负责人：高梦洁");
    }

    @Test
    void aUnitWithPeopleIsNotClosed() {
        var finance = organization.unitKeyed("finance").orElseThrow();
        assertThat(post(finance.id(), "closure", "x", "")).hasStatus(409);
        assertThat(post(unit, "closure", "x", "")).hasStatus3xxRedirection();
        assertThat(organization.unit(unit)).isEmpty();
    }

    @Test
    void aHeadWhoIsNobodyIsRefused() {
        assertThat(post(unit, "head", "person", UUID.randomUUID().toString())).hasStatus(422);
        assertThat(post(UUID.randomUUID(), "name", "name", "x")).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"王小雨", "staff1", "wangxiaoyu", "wxy", "WXY"})
    void peopleAreFoundByNamePinyinAndInitials(String words) {
        assertThat(web.get().uri("/organization/people?q={q}", words).with(user(Company.AGENT1)))
                .hasStatusOk()
                .bodyText()
                .contains("王小雨")
                .doesNotContain("李明轩");
    }

    @Test
    void theApiPagesThroughPeople() {
        var first = web.get()
                .uri("/api/v1/organization/people?page_size=2")
                .with(user(Company.STAFF1))
                .exchange();
        assertThat(first)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(2);
        assertThat(first).bodyJson().extractingPath("$.next").isNotNull();
        assertThat(web.get().uri("/api/v1/organization/people?page_size=201").with(user(Company.STAFF1)))
                .hasStatus(422);
    }

    @Test
    void aPersonNamesTheirOwnDeputyAndNobodyElses() {
        var me = organization.personNamed(Company.HR1).orElseThrow().id();
        assertThat(nameDeputy(me, Company.HR_HEAD, Company.ADMIN1)).hasStatus(403);
        assertThat(nameDeputy(me, Company.HR1, Company.HR1)).hasStatus(422);
        assertThat(nameDeputy(me, Company.HR_HEAD, Company.HR1)).hasStatus3xxRedirection();
        assertThat(web.get().uri("/organization/people/" + me).with(user(Company.STAFF1)))
                .bodyText()
                .contains("曹婉婷");
        database.sql("delete from organization.deputy where person = ?")
                .param(me)
                .update();
    }

    private MvcTestResult nameDeputy(UUID person, String deputy, String as) {
        return web.post()
                .uri("/organization/people/" + person + "/deputies")
                .param("deputy", deputy)
                .param("from", "2030-01-01")
                .param("through", "2030-01-31")
                .with(user(as))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult post(UUID id, String what, String field, String value) {
        return web.post()
                .uri("/organization/units/" + id + "/" + what)
                .param(field, value)
                .with(user(Company.ROOT))
                .with(csrf())
                .exchange();
    }
}

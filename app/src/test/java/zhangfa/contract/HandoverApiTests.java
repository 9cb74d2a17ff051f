package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;

/** Passing on all that lies with somebody. */
@CompanyTest
class HandoverApiTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient database;

    @Autowired
    Organization organization;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
        passOn(Company.ROOT, Company.DEV_HEAD, Company.CEO, false).isFine(200);
    }

    @AfterEach
    void everythingIsAsBefore() {
        Deputies.back(api, database);
        var unit = organization.unitKeyed("product-development").orElseThrow().id();
        var head = organization.personNamed(Company.DEV_HEAD).orElseThrow().id();
        assertThat(web.post()
                        .uri("/organization/units/" + unit + "/head")
                        .param("person", head.toString())
                        .with(user(Company.ROOT))
                        .with(csrf()))
                .hasStatus3xxRedirection();
    }

    @Test
    void whoLeavesPassesOnTasksUnitsAndWhateverStillComes() {
        var claim = api.claim(Company.DEV1, "5.00");
        assertThat(api.open(claim)).containsExactly("head-approval[\"devhead\"]");
        var estate = api.get(Company.ROOT, path(Company.DEV_HEAD) + "/handover").isFine(200);
        assertThat(estate.json().at("/tasks")).hasSize(1);
        assertThat(estate.text("/units_led/0")).isEqualTo("产品研发部");
        var moved = passOn(Company.ROOT, Company.DEV_HEAD, Company.MARKET_HEAD, true);
        assertThat(moved.isFine(200).text("/items/0/to")).isEqualTo(Company.MARKET_HEAD);
        assertThat(api.open(claim)).containsExactly("head-approval[\"markethead\"]");
        assertThat(api.open(api.claim(Company.DEV1, "6.00"))).containsExactly("head-approval[\"markethead\"]");
        assertThat(organization
                        .unitKeyed("product-development")
                        .flatMap(unit -> organization.person(Objects.requireNonNull(unit.head())))
                        .map(Person::username))
                .contains(Company.MARKET_HEAD);
        assertThat(handedOver(claim)).containsExactly("root for devhead");
        api.does(Company.MARKET_HEAD, claim, "approve").isFine(200);
    }

    @Test
    void whoIsAwayIsActedForByTheSuccessor() {
        var claim = api.claim(Company.DEV1, "5.00");
        passOn(Company.DEV_HEAD, Company.DEV_HEAD, Company.MARKET_HEAD, false).isFine(200);
        var task =
                api.get(Company.MARKET_HEAD, "/api/v1/tasks/" + api.task(claim)).json();
        assertThat(task.at("/on_behalf_of/markethead").asString()).isEqualTo(Company.DEV_HEAD);
        assertThat(organization.headsAbove(
                        organization.personNamed(Company.DEV1).orElseThrow().id()))
                .startsWith(
                        organization.personNamed(Company.DEV_HEAD).orElseThrow().id());
    }

    @Test
    void aRowThatCannotBePassedOnSaysSoAndTheOthersAre() {
        var own = api.claim(Company.DEV1, "5.00");
        var lent = api.claim(Company.MARKET1, "6.00");
        api.does(Company.MARKET_HEAD, lent, "delegate", Map.of("to", Company.DEV_HEAD))
                .isFine(200);
        var returned = api.claim(Company.DEV_HEAD, "7.00");
        api.does(Company.CEO, returned, "return", Map.of("to", "initiator")).isFine(200);
        var moved = passOn(Company.ROOT, Company.DEV_HEAD, Company.DEV1, false).isFine(200);
        assertThat(moved.json()
                        .at("/items")
                        .valueStream()
                        .map(row -> row.get("done").asBoolean()
                                + " "
                                + row.get("to").asString()))
                .containsExactlyInAnyOrder("true ceo", "true markethead", "false ");
        assertThat(api.open(own)).containsExactly("head-approval[\"ceo\"]");
        assertThat(api.open(lent)).containsExactly("head-approval[\"markethead\"]");
        api.post(Company.DEV_HEAD, "/api/v1/cases/" + returned + "/actions/cancel", Map.of())
                .isFine(200);
    }

    @Test
    void onlyWhoMayPassesOnAndOnlyToSomebodyElse() {
        passOn(Company.STAFF1, Company.DEV_HEAD, Company.CEO, false).isProblem(403);
        passOn(Company.CEO, Company.DEV_HEAD, Company.MANAGER, true).isProblem(403);
        passOn(Company.CEO, Company.DEV_HEAD, Company.DEV_HEAD, false).isProblem(422, "/to");
        passOn(Company.CEO, Company.DEV_HEAD, "nobody", false).isProblem(422, "/to");
        api.get(Company.STAFF1, path(Company.DEV_HEAD) + "/handover").isProblem(403);
        api.get(Company.ROOT, path("nobody") + "/handover").isProblem(404);
    }

    @Test
    void thePageShowsWhatLiesThereAndWhatBecameOfIt() {
        api.claim(Company.DEV1, "5.00");
        var head = organization.personNamed(Company.DEV_HEAD).orElseThrow().id();
        assertThat(web.get().uri("/handovers/" + head).with(user(Company.CEO)))
                .hasStatusOk()
                .bodyText()
                .contains("手里的待办：1 件", "产品研发部");
        assertThat(web.post()
                        .uri("/handovers/" + head)
                        .param("to", "")
                        .with(user(Company.CEO))
                        .with(csrf()))
                .hasStatus(422);
        assertThat(web.post()
                        .uri("/handovers/" + head)
                        .param("to", Company.MANAGER)
                        .with(user(Company.CEO))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("已移交给林晓峰", "没有只能由他处理的待办");
    }

    private Api.Answer passOn(String who, String person, String to, boolean leaves) {
        return api.post(who, path(person) + "/actions/hand_over", Map.of("to", to, "leaves", leaves));
    }

    private static String path(String person) {
        return "/api/v1/organization/people/" + person;
    }

    private List<String> handedOver(String claim) {
        return api.get(Company.INSPECTOR1, "/api/v1/cases/" + claim + "/journal")
                .isFine(200)
                .json()
                .get("items")
                .valueStream()
                .filter(entry -> entry.get("kind").asString().equals("task_transferred"))
                .map(entry -> entry.get("actor").asString() + " for "
                        + entry.get("on_behalf_of").asString())
                .toList();
    }
}

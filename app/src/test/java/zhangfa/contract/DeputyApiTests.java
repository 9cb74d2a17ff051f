package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** People who are away, and whoever acts for them. */
@CompanyTest
class DeputyApiTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient database;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @AfterEach
    void everybodyIsBack() {
        Deputies.back(api, database);
    }

    @Test
    void whoIsAwayIsActedForAndTheJournalSaysSo() {
        away(Company.HEAD1, Company.HEAD2);
        var claim = api.claim(Company.STAFF1, "5.00");
        assertThat(api.open(claim)).containsExactly("head-approval[\"head2\"]");
        var task = api.get(Company.HEAD2, "/api/v1/tasks/" + api.task(claim)).json();
        assertThat(task.at("/on_behalf_of/head2").asString()).isEqualTo(Company.HEAD1);
        api.does(Company.HEAD2, claim, "approve").isFine(200);
        assertThat(decisions(claim)).containsExactly("head2 for head1");
        api.get(Company.HEAD1, "/api/v1/cases/" + claim).isFine(200);
        assertThat(web.get().uri("/cases/" + claim).with(user(Company.STAFF1)))
                .bodyText()
                .contains("代周文博");
    }

    @Test
    void aDeputyWhoIsAwayIsFollowedToTheirOwn() {
        away(Company.HEAD1, Company.HEAD2);
        away(Company.HEAD2, Company.MANAGER);
        assertThat(api.open(api.claim(Company.STAFF1, "5.00"))).containsExactly("head-approval[\"manager\"]");
    }

    @Test
    void deputiesInACircleLeaveTheTaskWhereItIs() {
        away(Company.HEAD1, Company.HEAD2);
        away(Company.HEAD2, Company.HEAD1);
        assertThat(api.open(api.claim(Company.STAFF1, "5.00"))).containsExactly("head-approval[\"head1\"]");
    }

    @Test
    void nobodyDecidesOnTheirOwnRequestForSomebodyElse() {
        away(Company.HEAD1, Company.STAFF1);
        var claim = api.claim(Company.STAFF1, "5.00");
        assertThat(api.open(claim)).containsExactly("head-approval[\"manager\"]");
        assertThat(api.open(api.claim(Company.STAFF2, "5.00"))).containsExactly("head-approval[\"staff1\"]");
        api.does(Company.MANAGER, claim, "approve").isFine(200);
        assertThat(decisions(claim)).containsExactly("manager for head1");
    }

    @Test
    void whoStandsInForOneProcessGoesBeforeWhoStandsInForAll() {
        away(Company.HEAD1, Company.MANAGER);
        away(Company.HEAD1, Company.HEAD2, "expense-claim").isFine(201);
        assertThat(api.open(api.claim(Company.STAFF1, "5.00"))).containsExactly("head-approval[\"head2\"]");
    }

    @Test
    void whatIsHandedToSomebodyWhoIsAwayReachesTheirDeputy() {
        away(Company.HEAD2, Company.AGENT_HEAD);
        var transferred = api.claim(Company.STAFF1, "5.00");
        api.does(Company.HEAD1, transferred, "transfer", Map.of("to", Company.HEAD2))
                .isFine(200);
        assertThat(api.open(transferred)).containsExactly("head-approval[\"agenthead\"]");
        var lent = api.claim(Company.STAFF1, "6.00");
        api.does(Company.HEAD1, lent, "delegate", Map.of("to", Company.HEAD2)).isFine(200);
        assertThat(api.open(lent)).containsExactly("head-approval[\"agenthead\"]");
        api.does(Company.AGENT_HEAD, lent, "resolve").isFine(200);
        assertThat(api.open(lent)).containsExactly("head-approval[\"head1\"]");
    }

    @Test
    void noDeputyIsAWayAroundTheRules() {
        away(Company.HEAD2, Company.STAFF1);
        var claim = api.claim(Company.STAFF1, "5.00");
        for (var action : List.of("transfer", "delegate")) {
            api.does(Company.HEAD1, claim, action, Map.of("to", Company.HEAD2)).isProblem(422, "/to");
        }
        api.does(Company.HEAD1, claim, "add_sign", Map.of("who", List.of(Company.HEAD2), "position", "before"))
                .isProblem(422, "/who");
        away(Company.AGENT_HEAD, Company.HEAD1);
        api.does(Company.HEAD1, claim, "transfer", Map.of("to", Company.AGENT_HEAD))
                .isProblem(422, "/to");
    }

    @Test
    void deputiesAreNamedByThePersonOrAHeadAboveOnce() {
        away(Company.STAFF2, Company.HEAD1, Company.STAFF1, "*").isProblem(403);
        away(Company.MANAGER, Company.HEAD1, Company.HEAD2, "*").isFine(201);
        away(Company.HEAD1, Company.HEAD1, Company.MANAGER, "*").isProblem(409);
        away(Company.HEAD1, Company.HEAD1, "nobody", "*").isProblem(422, "/deputy");
        away(Company.HEAD1, Company.HEAD1, Company.HEAD1, "*").isProblem(422, "/deputy");
        away(Company.HEAD1, Company.HEAD1, Company.MANAGER, "mars").isProblem(422, "/scope");
        api.post(Company.HEAD1, Deputies.path(Company.HEAD1), Map.of("deputy", Company.HEAD2))
                .isProblem(422, "/from");
        api.get(Company.HEAD1, Deputies.path("nobody")).isProblem(404);
        assertThat(api.get(Company.STAFF1, Deputies.path(Company.HEAD1))
                        .isFine(200)
                        .text("/items/0/deputy"))
                .isEqualTo(Company.HEAD2);
    }

    private void away(String person, String deputy) {
        away(person, deputy, "*").isFine(201);
    }

    private Api.Answer away(String person, String deputy, String scope) {
        return away(person, person, deputy, scope);
    }

    private Api.Answer away(String who, String person, String deputy, String scope) {
        return Deputies.away(api, who, person, deputy, scope);
    }

    /** Who decided for whom, by the journal. */
    private List<String> decisions(String claim) {
        return api.get(Company.INSPECTOR1, "/api/v1/cases/" + claim + "/journal")
                .isFine(200)
                .json()
                .get("items")
                .valueStream()
                .filter(entry -> entry.get("kind").asString().equals("task_closed"))
                .map(DeputyApiTests::said)
                .toList();
    }

    private static String said(JsonNode entry) {
        return entry.get("actor").asString() + " for "
                + entry.get("on_behalf_of").asString();
    }
}

package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** Who is asked where nobody is found, where it is the initiator, where they were asked before and where they must not do both. */
@CompanyTest
class StepPolicyApiTests {

    private static final String UNIT_HEAD = "strategy=\"unit-head\"";
    private static final String HEAD1 = "strategy=\"person\" person=\"head1\"";
    private static final String FINANCE1 = "strategy=\"person\" person=\"finance1\"";
    private static final String EITHER = "strategy=\"candidates\" users=\"finance1,finance2\"";
    private static final String NOBODY = "strategy=\"position\" position=\"astronaut\"";

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
    void whoApprovedTheStepBeforeIsNotAskedAgain() {
        Steps.publish(
                api,
                "policy-next",
                "zhangfa:same-approver=\"consecutive\"",
                Steps.approval("", UNIT_HEAD),
                Steps.approval("", HEAD1),
                Steps.approval("", FINANCE1),
                Steps.approval("", HEAD1));
        var id = start(Company.STAFF1, "policy-next");
        api.does(Company.HEAD1, id, "approve").isFine(200);
        assertThat(api.open(id)).containsExactly("s2[\"finance1\"]");
        assertThat(skipped(id)).containsExactly("s1 same-approver");
        api.does(Company.FINANCE1, id, "approve").isFine(200);
        assertThat(api.open(id)).containsExactly("s3[\"head1\"]");
    }

    @Test
    void whoApprovedAnyStepIsNotAskedAgainUntilTheCaseWasReturned() {
        Steps.publish(
                api,
                "policy-any",
                "zhangfa:same-approver=\"any\"",
                Steps.approval("", UNIT_HEAD),
                Steps.approval("", FINANCE1),
                Steps.approval("", HEAD1),
                Steps.approval("", "strategy=\"person\" person=\"ceo\""));
        var id = start(Company.STAFF1, "policy-any");
        api.does(Company.HEAD1, id, "approve").isFine(200);
        api.does(Company.FINANCE1, id, "approve").isFine(200);
        assertThat(api.open(id)).containsExactly("s3[\"ceo\"]");
        api.does("ceo", id, "return", Map.of("to", "initiator")).isFine(200);
        api.does(Company.STAFF1, id, "complete").isFine(200);
        assertThat(api.open(id)).containsExactly("s0[\"head1\"]");
    }

    @Test
    void whereNobodyIsFoundTheModelSaysWhat() {
        Steps.publish(
                api,
                "policy-empty",
                "",
                Steps.approval("zhangfa:empty=\"skip\"", NOBODY),
                Steps.approval("zhangfa:empty=\"owner\"", NOBODY),
                Steps.approval("zhangfa:empty=\"person:ceo\"", NOBODY));
        var id = start(Company.STAFF1, "policy-empty");
        assertThat(skipped(id)).containsExactly("s0 empty");
        assertThat(api.open(id)).containsExactly("s1[\"financehead\"]");
        api.does(Company.FINANCE_HEAD, id, "approve").isFine(200);
        assertThat(api.open(id)).containsExactly("s2[\"ceo\"]");
    }

    @Test
    void anInitiatorIsSkippedOrReplacedByTheirSuperior() {
        Steps.publish(
                api,
                "policy-initiator",
                "",
                Steps.approval("", UNIT_HEAD + " initiator=\"skip\""),
                Steps.approval("", "strategy=\"candidates\" users=\"head1,head2\" initiator=\"superior\""),
                Steps.approval("", FINANCE1));
        var id = start(Company.HEAD1, "policy-initiator");
        assertThat(skipped(id)).containsExactly("s0 initiator");
        assertThat(api.open(id)).containsExactly("s1[\"manager\"]");
        assertThat(api.open(start(Company.STAFF1, "policy-initiator"))).containsExactly("s0[\"head1\"]");
    }

    @Test
    void nobodyDoesBothOfTwoStepsThatAreKeptApart() {
        Steps.publish(
                api,
                "policy-apart",
                "",
                Steps.approval("", FINANCE1),
                Steps.approval("zhangfa:apart-from=\"s0\"", EITHER));
        var id = start(Company.STAFF1, "policy-apart");
        api.does(Company.FINANCE1, id, "approve").isFine(200);
        assertThat(api.open(id)).containsExactly("s1[\"finance2\"]");
        for (var action : List.of("transfer", "delegate")) {
            api.does(Company.FINANCE2, id, action, Map.of("to", Company.FINANCE1))
                    .isProblem(422, "/to");
        }
        api.does(Company.FINANCE2, id, "add_sign", Map.of("who", List.of(Company.FINANCE1), "position", "after"))
                .isProblem(422, "/who");
        api.does(Company.FINANCE2, id, "approve").isFine(200);
    }

    @Test
    void noDeputyDoesForAnotherWhatIsKeptApart() {
        Steps.publish(
                api,
                "policy-apart",
                "",
                Steps.approval("", FINANCE1),
                Steps.approval("zhangfa:apart-from=\"s0\"", EITHER));
        away(Company.FINANCE2, Company.FINANCE1);
        var id = start(Company.STAFF1, "policy-apart");
        api.does(Company.FINANCE1, id, "approve").isFine(200);
        assertThat(api.open(id)).containsExactly("s1[\"financehead\"]");
        Deputies.back(api, database);
        away(Company.FINANCE1, Company.FINANCE2);
        var other = start(Company.STAFF1, "policy-apart");
        api.does(Company.FINANCE2, other, "approve").isFine(200);
        assertThat(api.open(other)).containsExactly("s1[\"financehead\"]");
    }

    private void away(String person, String deputy) {
        Deputies.away(api, person, deputy, "*").isFine(201);
    }

    private String start(String who, String process) {
        return api.start(who, process, Map.of()).isFine(201).text("/id");
    }

    private List<String> skipped(String id) {
        return api.get(Company.INSPECTOR1, "/api/v1/cases/" + id + "/journal")
                .isFine(200)
                .json()
                .get("items")
                .valueStream()
                .filter(entry -> entry.get("kind").asString().equals("step_skipped"))
                .map(entry -> entry.get("activity").asString() + " "
                        + entry.at("/data/events/0/reason").asString())
                .toList();
    }
}

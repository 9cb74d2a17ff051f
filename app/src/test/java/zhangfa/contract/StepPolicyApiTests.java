package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
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
        publish(
                "policy-next",
                "zhangfa:same-approver=\"consecutive\"",
                step("", UNIT_HEAD),
                step("", HEAD1),
                step("", FINANCE1),
                step("", HEAD1));
        var id = start(Company.STAFF1, "policy-next");
        api.does(Company.HEAD1, id, "approve").isFine(200);
        assertThat(api.open(id)).containsExactly("s2[\"finance1\"]");
        assertThat(skipped(id)).containsExactly("s1 same-approver");
        api.does(Company.FINANCE1, id, "approve").isFine(200);
        assertThat(api.open(id)).containsExactly("s3[\"head1\"]");
    }

    @Test
    void whoApprovedAnyStepIsNotAskedAgainUntilTheCaseWasReturned() {
        publish(
                "policy-any",
                "zhangfa:same-approver=\"any\"",
                step("", UNIT_HEAD),
                step("", FINANCE1),
                step("", HEAD1),
                step("", "strategy=\"person\" person=\"ceo\""));
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
        publish(
                "policy-empty",
                "",
                step("zhangfa:empty=\"skip\"", NOBODY),
                step("zhangfa:empty=\"owner\"", NOBODY),
                step("zhangfa:empty=\"person:ceo\"", NOBODY));
        var id = start(Company.STAFF1, "policy-empty");
        assertThat(skipped(id)).containsExactly("s0 empty");
        assertThat(api.open(id)).containsExactly("s1[\"financehead\"]");
        api.does(Company.FINANCE_HEAD, id, "approve").isFine(200);
        assertThat(api.open(id)).containsExactly("s2[\"ceo\"]");
    }

    @Test
    void anInitiatorIsSkippedOrReplacedByTheirSuperior() {
        publish(
                "policy-initiator",
                "",
                step("", UNIT_HEAD + " initiator=\"skip\""),
                step("", "strategy=\"candidates\" users=\"head1,head2\" initiator=\"superior\""),
                step("", FINANCE1));
        var id = start(Company.HEAD1, "policy-initiator");
        assertThat(skipped(id)).containsExactly("s0 initiator");
        assertThat(api.open(id)).containsExactly("s1[\"manager\"]");
        assertThat(api.open(start(Company.STAFF1, "policy-initiator"))).containsExactly("s0[\"head1\"]");
    }

    @Test
    void nobodyDoesBothOfTwoStepsThatAreKeptApart() {
        publish("policy-apart", "", step("", FINANCE1), step("zhangfa:apart-from=\"s0\"", EITHER));
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
        publish("policy-apart", "", step("", FINANCE1), step("zhangfa:apart-from=\"s0\"", EITHER));
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

    private static String step(String attributes, String assignment) {
        return "<bpmn:userTask id=\"%s\" zhangfa:kind=\"approval\" " + attributes
                + "><bpmn:extensionElements><zhangfa:assignment " + assignment
                + "/></bpmn:extensionElements></bpmn:userTask>";
    }

    private void publish(String key, String attributes, String... steps) {
        var body = new StringBuilder();
        for (int place = 0; place < steps.length; place++) {
            body.append(steps[place].formatted("s" + place))
                    .append("<bpmn:sequenceFlow id=\"f%d\" sourceRef=\"%s\" targetRef=\"s%d\"/>"
                            .formatted(place, place == 0 ? "start" : "s" + (place - 1), place));
        }
        var model = """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="test">
                  <bpmn:process id="%s" name="%s" isExecutable="true" zhangfa:owner="person:financehead" %s>
                    <bpmn:startEvent id="start"/>%s<bpmn:endEvent id="end"/>
                    <bpmn:sequenceFlow id="last" sourceRef="s%d" targetRef="end"/>
                  </bpmn:process>
                </bpmn:definitions>""".formatted(key, key, attributes, body, steps.length - 1);
        api.send(
                        HttpMethod.POST,
                        "designer1",
                        "/api/v1/processes?publish=true",
                        model,
                        MediaType.APPLICATION_XML,
                        Map.of())
                .isFine(201);
    }
}

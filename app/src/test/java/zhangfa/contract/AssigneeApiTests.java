package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.process.Processes;

/** Who approves: named by people before, found by a field of the form or an expression, nobody at all; and what the forecast says of it. */
@CompanyTest
class AssigneeApiTests {

    private static final String BY_INITIATOR = "strategy=\"nominated\" among=\"unit:finance\"";

    @Autowired
    MockMvcTester web;

    @Autowired
    Processes processes;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @Test
    void whoStartsACaseNamesItsApprover() {
        Steps.publish(api, "assignee-initiator", "", Steps.approval("", BY_INITIATOR));
        start("assignee-initiator", Map.of()).isProblem(422, "/nominees/s0");
        start("assignee-initiator", Map.of("s0", List.of("nobody"))).isProblem(422, "/nominees/s0");
        start("assignee-initiator", Map.of("s0", List.of(Company.HEAD1))).isProblem(422, "/nominees/s0");
        start("assignee-initiator", Map.of("s0", List.of(Company.FINANCE1, Company.FINANCE2)))
                .isProblem(422, "/nominees/s0");
        start("assignee-initiator", Map.of("s9", List.of(Company.FINANCE1)))
                .isProblem(422, "/nominees/s9", "/nominees/s0");
        var own = Map.of(
                "process", "assignee-initiator", "form", Map.of(), "nominees", Map.of("s0", List.of("finance1")));
        api.post(Company.FINANCE1, "/api/v1/cases", own).isProblem(422, "/nominees/s0");
        var id = start("assignee-initiator", Map.of("s0", List.of(Company.FINANCE2)))
                .isFine(201)
                .text("/id");
        assertThat(api.open(id)).containsExactly("s0[\"finance2\"]");
        api.does(Company.FINANCE2, id, "return").isFine(200);
        api.does(Company.STAFF1, id, "complete").isFine(200);
        assertThat(api.open(id)).containsExactly("s0[\"finance2\"]");
    }

    @Test
    void whoDecidesNamesWhoIsNext() {
        Steps.publish(
                api,
                "assignee-before",
                "",
                Steps.approval("", "strategy=\"unit-head\""),
                Steps.approval("zhangfa:mode=\"all\"", "strategy=\"nominated\" by=\"s0\""));
        var id = start("assignee-before", Map.of()).isFine(201).text("/id");
        api.does(Company.HEAD1, id, "approve").isProblem(422, "/nominees/s1");
        api.does(Company.HEAD1, id, "reject", Map.of("nominees", Map.of("s1", List.of("nobody"))))
                .isFine(200);
        var other = start("assignee-before", Map.of()).isFine(201).text("/id");
        api.does(Company.HEAD1, other, "approve", Map.of("nominees", Map.of("s1", List.of("dev1", "finance1"))))
                .isFine(200);
        assertThat(api.open(other)).containsExactly("s1[\"dev1\"]", "s1[\"finance1\"]");
        Steps.handIn(api, Steps.model("assignee-wrong", "", Steps.approval("", "strategy=\"nominated\" by=\"s7\"")))
                .isProblem(422, "s0");
    }

    @Test
    void thePageAsksWhomOneNamesAndKeepsItWhereItIsRefused() {
        Steps.publish(api, "assignee-page", "", Steps.approval("", "strategy=\"nominated\" many=\"true\""));
        assertThat(web.get().uri("/start/assignee-page").with(user(Company.STAFF1)))
                .bodyText()
                .contains("data-name=\"nominees.s0\"");
        var refused = web.post()
                .uri("/start/assignee-page")
                .param("command", UUID.randomUUID().toString())
                .param("nominees.s0", Company.FINANCE1, Company.STAFF1)
                .with(user(Company.STAFF1))
                .with(csrf())
                .exchange();
        assertThat(refused).hasStatus(422);
        assertThat(refused).bodyText().contains("name=\"nominees.s0\" value=\"finance1\"", "id=\"nominees.s0-error\"");
    }

    @Test
    void theHeadOfAUnitOrOfSomebodyInTheFormIsAsked() {
        Steps.publish(api, "assignee-field-head", "", Steps.approval("", "strategy=\"field-head\" field=\"of\""));
        assertThat(openOf("assignee-field-head", Map.of("of", "marketing"))).containsExactly("s0[\"markethead\"]");
        assertThat(openOf("assignee-field-head", Map.of("of", Company.DEV1))).containsExactly("s0[\"devhead\"]");
        assertThat(openOf("assignee-field-head", Map.of("of", "nowhere"))).isEmpty();
    }

    @Test
    void anExpressionOverTheFormNamesThePeople() {
        var rule =
                "strategy=\"feel\" expression=\"if amount &gt; 1000 then &quot;ceo&quot; else [&quot;position:accountant&quot;, &quot;head:finance&quot;]\"";
        Steps.publish(api, "assignee-feel", "", Steps.approval("", rule));
        assertThat(openOf("assignee-feel", Map.of("amount", 1001))).containsExactly("s0[\"ceo\"]");
        assertThat(openOf("assignee-feel", Map.of("amount", 1000)))
                .containsExactly("s0[\"finance1\",\"finance2\",\"financehead\"]");
        Steps.handIn(
                        api,
                        Steps.model(
                                "assignee-no-feel", "", Steps.approval("", "strategy=\"feel\" expression=\"if (\"")))
                .isProblem(422, "s0");
    }

    @Test
    void whereNobodyIsFoundTheRuleMayReject() {
        Steps.publish(
                api,
                "assignee-reject",
                "",
                Steps.approval("zhangfa:empty=\"reject\"", "strategy=\"position\" position=\"astronaut\""));
        var file = api.start(Company.STAFF1, "assignee-reject", Map.of()).isFine(201);
        assertThat(file.text("/status")).isEqualTo("rejected");
        assertThat(forecast("assignee-reject", Map.of())).containsExactly("s0[] rejects true");
    }

    @Test
    void theForecastShowsEveryWayThatIsNotDecidedYet() {
        var model = """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="test">
                  <bpmn:process id="assignee-ways" name="ways" isExecutable="true" zhangfa:owner="person:financehead">
                    <bpmn:startEvent id="start"/>%s%s%s
                    <bpmn:exclusiveGateway id="fork" default="small"/><bpmn:exclusiveGateway id="join"/><bpmn:endEvent id="end"/>
                    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="fork"/>
                    <bpmn:sequenceFlow id="big" sourceRef="fork" targetRef="s0">
                      <bpmn:conditionExpression>amount &gt; 5000</bpmn:conditionExpression></bpmn:sequenceFlow>
                    <bpmn:sequenceFlow id="small" sourceRef="fork" targetRef="join"/>
                    <bpmn:sequenceFlow id="b" sourceRef="s0" targetRef="join"/>
                    <bpmn:sequenceFlow id="c" sourceRef="join" targetRef="s1"/>
                    <bpmn:sequenceFlow id="d" sourceRef="s1" targetRef="s2"/>
                    <bpmn:sequenceFlow id="e" sourceRef="s2" targetRef="end"/>
                  </bpmn:process>
                </bpmn:definitions>""".formatted(
                        Steps.approval("", "strategy=\"person\" person=\"ceo\"").formatted("s0"),
                        Steps.approval("", "strategy=\"unit-head\"").formatted("s1"),
                        Steps.approval("", BY_INITIATOR).formatted("s2"));
        var form = "{\"type\":\"object\",\"properties\":{\"amount\":{\"type\":\"number\"}}}";
        processes.handIn(new Processes.Draft(model, form, null, List.of()), true, null);
        assertThat(forecast("assignee-ways", Map.of()))
                .containsExactly("s0[\"ceo\"] null false", "s1[\"head1\"] null true", "s2[] nominee true");
        assertThat(forecast("assignee-ways", Map.of("amount", 5000)))
                .containsExactly("s1[\"head1\"] null true", "s2[] nominee true");
        start("assignee-ways", Map.of()).isProblem(422, "/nominees/s2");
    }

    private List<String> forecast(String process, Map<String, Object> form) {
        return api.post(Company.STAFF1, "/api/v1/processes/" + process + "/forecast", Map.of("form", form))
                .isFine(200)
                .json()
                .valueStream()
                .map(step -> step.get("step").asString() + step.get("participants") + " "
                        + step.get("open").asString("null") + " " + step.get("certain"))
                .toList();
    }

    private List<String> openOf(String process, Map<String, Object> form) {
        return api.open(api.start(Company.STAFF1, process, form).isFine(201).text("/id"));
    }

    private Api.Answer start(String process, Map<String, List<String>> nominees) {
        return api.post(
                Company.STAFF1, "/api/v1/cases", Map.of("process", process, "form", Map.of(), "nominees", nominees));
    }
}

package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** What people do with an approval where it is hard: out of branches, among several signers, and back again. */
@CompanyTest
class HardCaseApiTests {

    private static final String FORK = "<bpmn:parallelGateway id=\"fork\"/>";
    private static final String JOIN = "<bpmn:parallelGateway id=\"join\"/>";

    @Autowired
    MockMvcTester web;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @Test
    void oneOfFiveReturnsAndAllFiveAreAskedAgain() {
        var id = begun("hard-five", "start>a a>end", step("a", "all", "head1,manager,ceo,finance1,finance2"));
        api.does(Company.HEAD1, id, "approve", Map.of("comment", "一号同意")).isFine(200);
        api.does(Company.MANAGER, id, "approve", Map.of("comment", "二号同意")).isFine(200);
        api.does(Company.CEO, id, "return", Map.of("comment", "三号退回")).isFine(200);
        assertThat(api.open(id)).containsExactly("initiator[\"staff1\"]");
        api.does(Company.STAFF1, id, "complete").isFine(200);
        assertThat(seats(id)).containsExactlyInAnyOrder("head1", "manager", "ceo", "finance1", "finance2");
        assertThat(api.get(Company.STAFF1, "/api/v1/cases/" + id + "/journal").body())
                .contains("一号同意", "二号同意", "三号退回");
    }

    @Test
    void whoeverReturnsMayBeTheOnlyOneAskedAgain() {
        var id = begun("hard-back", "start>a a>b b>end", step("a", "all", "head1,manager"), step("b", "", "ceo"));
        api.does(Company.HEAD1, id, "approve").isFine(200);
        api.does(Company.MANAGER, id, "approve").isFine(200);
        api.does(Company.CEO, id, "return", Map.of("then", "jump_back")).isFine(200);
        api.does(Company.STAFF1, id, "complete").isFine(200);
        assertThat(api.open(id)).containsExactly("b[\"ceo\"]");
    }

    @Test
    void signersComeAndGoWhileASequenceRuns() {
        var id = begun("hard-sequence", "start>a a>end", step("a", "sequence", "head1,manager"));
        assertThat(seats(id)).containsExactly("head1");
        sign(id, "add_sign", List.of("ceo", "finance1"), "after");
        sign(id, "remove_sign", List.of("finance1"), "after");
        api.does(Company.HEAD1, id, "approve").isFine(200);
        assertThat(seats(id)).containsExactly("ceo");
        api.does(Company.CEO, id, "approve").isFine(200);
        assertThat(seats(id)).containsExactly("manager");
    }

    @Test
    void aTaskPassedToWhoSignsAnywayIsSignedByThemTwice() {
        var id = begun("hard-transfer", "start>a a>end", step("a", "all", "head1,manager"));
        api.does(Company.HEAD1, id, "transfer", Map.of("to", Company.MANAGER)).isFine(200);
        assertThat(seats(id)).containsExactly("manager", "manager");
        api.does(Company.MANAGER, id, "approve").isFine(200);
        api.does(Company.MANAGER, id, "approve").isFine(200);
        assertThat(status(id)).isEqualTo("completed");
    }

    @Test
    void anAddedSignerAddsAnotherAndTheLastTakenOutCompletesTheStep() {
        var id = begun("hard-nested", "start>a a>b b>end", step("a", "", "head1"), step("b", "", "finance1"));
        sign(id, "add_sign", List.of("manager"), "parallel");
        api.does(Company.MANAGER, id, "add_sign", Map.of("who", List.of("ceo"), "position", "parallel"))
                .isFine(200);
        assertThat(seats(id)).containsExactlyInAnyOrder("head1", "manager", "ceo");
        var added = taskOf(id, Company.MANAGER);
        api.does(Company.HEAD1, id, "approve").isFine(200);
        api.act(Company.MANAGER, added, "approve", Map.of()).isFine(200);
        api.act(Company.MANAGER, added, "remove_sign", Map.of("who", List.of("ceo")))
                .isFine(200);
        assertThat(api.open(id)).containsExactly("b[\"finance1\"]");
    }

    @Test
    void aReturnWithinABranchLeavesTheOtherAndOneBehindItEndsBoth() {
        var id = begun(
                "hard-branch",
                "start>a a>fork fork>b b>b2 b2>join fork>c c>join join>end",
                step("a", "", "head1") + FORK + JOIN,
                step("b", "", "manager") + step("b2", "", "ceo") + step("c", "", "finance1"));
        api.does(Company.HEAD1, id, "approve").isFine(200);
        api.does(Company.MANAGER, id, "approve").isFine(200);
        api.does(Company.CEO, id, "return", Map.of("to", "b")).isFine(200);
        assertThat(seats(id)).containsExactlyInAnyOrder("manager", "finance1");
        api.does(Company.MANAGER, id, "return", Map.of("to", "a")).isFine(200);
        assertThat(seats(id)).containsExactly("head1");
    }

    @Test
    void aReturnOutOfAnInclusiveBranchLeavesTheOther() {
        var always = "<bpmn:conditionExpression>= true</bpmn:conditionExpression>";
        var id = begun(
                "hard-inclusive",
                "start>fork fork>b|" + always + " fork>c|" + always + " b>b2 b2>join c>join join>end",
                "<bpmn:inclusiveGateway id=\"fork\"/><bpmn:inclusiveGateway id=\"join\"/>",
                step("b", "", "manager") + step("b2", "", "ceo") + step("c", "", "finance1"));
        api.does(Company.MANAGER, id, "approve").isFine(200);
        api.does(Company.FINANCE1, id, "approve").isFine(200);
        api.does(Company.CEO, id, "return", Map.of("to", "b")).isFine(200);
        assertThat(seats(id)).containsExactly("manager");
        api.does(Company.MANAGER, id, "approve").isFine(200);
        api.does(Company.CEO, id, "approve").isFine(200);
        assertThat(status(id)).isEqualTo("completed");
    }

    @Test
    void aReturnOutOfOneOfSeveralEndsThemAll() {
        var twice =
                "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>";
        var id = begun(
                "hard-several",
                "start>a a>s s>end",
                step("a", "", "head1"),
                "<bpmn:subProcess id=\"s\">" + twice + "<bpmn:startEvent id=\"in\"/>" + step("x", "", "manager")
                        + "<bpmn:endEvent id=\"out\"/>" + flow("in>x") + flow("x>out") + "</bpmn:subProcess>");
        api.does(Company.HEAD1, id, "approve").isFine(200);
        assertThat(seats(id)).containsExactly("manager", "manager");
        api.does(Company.MANAGER, id, "return", Map.of("to", "a")).isFine(200);
        assertThat(api.open(id)).containsExactly("a[\"head1\"]");
    }

    @Test
    void whoStandsBehindASubProcessReturnsToAStepOfIt() {
        var id = begun(
                "hard-inside",
                "start>s s>b b>end",
                "<bpmn:subProcess id=\"s\"><bpmn:startEvent id=\"in\"/>" + step("x", "", "head1")
                        + step("y", "", "manager") + "<bpmn:endEvent id=\"out\"/>" + flow("in>x") + flow("x>y")
                        + flow("y>out") + "</bpmn:subProcess>",
                step("b", "", "ceo"));
        api.does(Company.HEAD1, id, "approve").isFine(200);
        api.does(Company.MANAGER, id, "approve").isFine(200);
        api.does(Company.CEO, id, "return", Map.of("to", "x")).isFine(200);
        assertThat(api.open(id)).containsExactly("x[\"head1\"]");
    }

    @Test
    void whatWasAgreedIsTakenBackFromAllThatFollowedUntilOneOfThemActs() {
        var id = begun(
                "hard-withdraw",
                "start>a a>fork fork>b b>join fork>c c>join join>end",
                step("a", "", "head1") + FORK + JOIN,
                step("b", "all", "manager,ceo") + step("c", "", "finance1"));
        var agreed = taskOf(id, Company.HEAD1);
        api.act(Company.HEAD1, agreed, "approve", Map.of()).isFine(200);
        assertThat(seats(id)).containsExactlyInAnyOrder("manager", "ceo", "finance1");
        api.act(Company.HEAD1, agreed, "withdraw", Map.of()).isFine(200);
        assertThat(seats(id)).containsExactly("head1");
        var again = taskOf(id, Company.HEAD1);
        api.act(Company.HEAD1, again, "approve", Map.of()).isFine(200);
        api.does(Company.FINANCE1, id, "approve").isFine(200);
        api.act(Company.HEAD1, again, "withdraw", Map.of()).isProblem(409);
    }

    @Test
    void aCaseIsCancelledWhenHalfHaveAgreed() {
        var id = begun("hard-cancel", "start>a a>end", step("a", "all", "head1,manager"));
        api.does(Company.HEAD1, id, "approve").isFine(200);
        api.post(Company.STAFF1, "/api/v1/cases/" + id + "/actions/cancel", Map.of("comment", "不用了"))
                .isFine(200);
        assertThat(status(id)).isEqualTo("cancelled");
        assertThat(seats(id)).isEmpty();
    }

    @Test
    void aRejectionInOneBranchEndsTheOthers() {
        var id = begun(
                "hard-reject",
                "start>fork fork>b b>join fork>c c>join join>end",
                FORK + JOIN,
                step("b", "", "manager") + step("c", "", "finance1"));
        var other = taskOf(id, Company.FINANCE1);
        api.does(Company.MANAGER, id, "reject").isFine(200);
        assertThat(status(id)).isEqualTo("rejected");
        api.act(Company.FINANCE1, other, "approve", Map.of()).isProblem(409);
    }

    @Test
    void nobodyActsOnACaseThatIsSuspended() {
        var id = begun("hard-suspend", "start>a a>end", step("a", "", "head1"));
        var task = taskOf(id, Company.HEAD1);
        api.post(Company.FINANCE_HEAD, "/api/v1/cases/" + id + "/actions/suspend", Map.of())
                .isFine(200);
        api.act(Company.HEAD1, task, "approve", Map.of()).isProblem(409);
        api.post(Company.FINANCE_HEAD, "/api/v1/cases/" + id + "/actions/resume", Map.of())
                .isFine(200);
        api.act(Company.HEAD1, task, "approve", Map.of()).isFine(200);
    }

    /** A case of a process of these elements, with flows such as {@code a>b}, and a condition behind a bar. */
    private String begun(String key, String flows, String... elements) {
        var drawn = Arrays.stream(flows.split(" (?=\\w+>\\w+)"))
                .map(HardCaseApiTests::flow)
                .collect(Collectors.joining());
        Steps.handIn(api, """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="test">
                  <bpmn:process id="%s" name="%s" isExecutable="true" zhangfa:owner="person:financehead">
                    <bpmn:startEvent id="start"/>%s<bpmn:endEvent id="end"/>%s
                  </bpmn:process>
                </bpmn:definitions>""".formatted(key, key, String.join("", elements), drawn))
                .isFine(201);
        return api.start(Company.STAFF1, key, Map.of()).isFine(201).text("/id");
    }

    private static String flow(String drawn) {
        var ends = drawn.split("[>|]", 3);
        return "<bpmn:sequenceFlow id=\"%1$s-%2$s\" sourceRef=\"%1$s\" targetRef=\"%2$s\">%3$s</bpmn:sequenceFlow>"
                .formatted(ends[0], ends[1], ends.length == 3 ? ends[2] : "");
    }

    private static String step(String id, String mode, String people) {
        return Steps.approval(
                        mode.isEmpty() ? "" : "zhangfa:mode=\"" + mode + "\"",
                        "strategy=\"candidates\" users=\"" + people + "\"")
                .formatted(id);
    }

    private void sign(String id, String action, List<String> who, String position) {
        api.does(Company.HEAD1, id, action, Map.of("who", who, "position", position))
                .isFine(200);
    }

    private List<String> seats(String id) {
        return api.caseOf(id)
                .get("tasks")
                .valueStream()
                .flatMap(task -> task.get("assignees").valueStream())
                .map(one -> one.asString())
                .toList();
    }

    private String taskOf(String id, String who) {
        var tasks = api.caseOf(id).get("tasks");
        return IntStream.range(0, tasks.size())
                .mapToObj(tasks::get)
                .filter(task -> task.get("assignees").toString().contains("\"" + who + "\""))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    private String status(String id) {
        return api.caseOf(id).get("status").asString();
    }
}

package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** Processes that designers hand in, and cases without a form. */
@CompanyTest
class ProcessApiTests {

    private static final String ENDS = "<startEvent id='s'/><endEvent id='e'/>";
    private static final String TWO_TASKS = ENDS
            + "<userTask id='a' name='甲' camunda:assignee='staff1'/>"
            + "<userTask id='b' name='乙' flowable:candidateUsers='staff2, staff3'/>"
            + flow("s", "a") + flow("a", "b") + flow("b", "e");
    private static final String CHOICE = ENDS
            + "<exclusiveGateway id='g' default='g-low'/>"
            + "<userTask id='high' camunda:assignee='head1'/><userTask id='low' operaton:candidateGroups='cashier'/>"
            + flow("s", "g") + flow("g", "low") + flow("high", "e") + flow("low", "e")
            + "<sequenceFlow id='g-high' sourceRef='g' targetRef='high'>"
            + "<conditionExpression xsi:type='tFormalExpression'>%s</conditionExpression></sequenceFlow>";

    private final String key = "p-" + UUID.randomUUID();

    @Autowired
    MockMvcTester web;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @Test
    void aPublishedModelIsStartedWithAnyObjectAndItsStepsWriteFields() {
        var published = publish(key, TWO_TASKS).isFine(201);
        assertThat(published.json().propertyNames()).containsExactlyInAnyOrder("key", "version");
        assertThat(published.text("/key")).isEqualTo(key);
        var data = Map.of("amount", 5, "deep", Map.of("list", List.of(1, "2", true)));
        var started = api.start(Company.MARKET1, key, data).isFine(201).text("/id");
        assertThat(api.open(started)).containsExactly("a[\"staff1\"]");
        api.does(Company.STAFF1, started, "complete", Map.of("form", Map.of("amount", 6, "more", "x")))
                .isFine(200);
        assertThat(api.caseOf(started).get("form"))
                .isEqualTo(Api.JSON.readTree("{\"amount\":6,\"deep\":{\"list\":[1,\"2\",true]},\"more\":\"x\"}"));
        var ended = api.does(Company.STAFF3, started, "approve").isFine(200);
        assertThat(ended.text("/case/status")).isEqualTo("completed");
    }

    @Test
    void runningCasesStayWhereANewVersionIsPublished() {
        publish(key, TWO_TASKS).isFine(201);
        var running = api.start(Company.STAFF1, key, Map.of()).text("/id");
        assertThat(publish(key, TWO_TASKS.replace("甲", "丙")).text("/version")).isEqualTo("2");
        assertThat(api.caseOf(running).get("version").asInt()).isEqualTo(1);
        assertThat(api.caseOf(running).at("/tasks/0/name").asString()).isEqualTo("甲");
        assertThat(api.start(Company.STAFF1, key, Map.of()).text("/tasks/0/name"))
                .isEqualTo("丙");
    }

    @Test
    void aDraftIsNotStarted() {
        hand(Company.DESIGNER1, "", model(key, TWO_TASKS), MediaType.APPLICATION_XML)
                .isFine(201);
        api.start(Company.STAFF1, key, Map.of()).isProblem(422, "/process");
        api.get(Company.STAFF1, "/api/v1/processes/" + key).isProblem(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {Company.STAFF1, Company.CEO, Company.INSPECTOR1, Company.ROOT})
    void onlyDesignersPublish(String who) {
        hand(who, "?publish=true", model(key, TWO_TASKS), MediaType.APPLICATION_XML)
                .isProblem(403);
    }

    @Test
    void eachElementThatIsNotExecutedIsNamed() {
        publish(
                        key,
                        ENDS + "<serviceTask id='x'/><businessRuleTask id='y'/>" + flow("s", "x") + flow("x", "y")
                                + flow("y", "e"))
                .isProblem(422, "x", "y");
        publish(key, TWO_TASKS + "<userTask id='lost'/>").isProblem(422, "lost");
        publish(key, CHOICE.formatted("= amount &gt; &gt;")).isProblem(422, "g-high");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                " ",
                "<html/>",
                "<definitions",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"
            })
    void whatIsNoModelIsRefused(String text) {
        hand(Company.DESIGNER1, "?publish=true", text, MediaType.APPLICATION_XML)
                .isProblem(422);
    }

    @Test
    void aByteOrderMarkIsNoPartOfAModel() {
        hand(Company.DESIGNER1, "?publish=true", "\uFEFF" + model(key, TWO_TASKS), MediaType.TEXT_XML)
                .isFine(201);
    }

    @ParameterizedTest
    @CsvSource({"= amount &gt; 100", "amount &gt; 100", "${amount &gt; 100}"})
    void conditionsDecideOnTheDataOfTheCase(String condition) {
        publish(key, CHOICE.formatted(condition)).isFine(201);
        assertThat(api.start(Company.STAFF1, key, Map.of("amount", 100.01)).text("/tasks/0/step"))
                .isEqualTo("high");
        assertThat(api.start(Company.STAFF1, key, Map.of("amount", 100)).text("/tasks/0/step"))
                .isEqualTo("low");
        assertThat(api.start(Company.STAFF1, key, Map.of()).text("/tasks/0/step"))
                .isEqualTo("low");
        var foreseen = api.post(
                Company.STAFF1, "/api/v1/processes/" + key + "/forecast", Map.of("form", Map.of("amount", 500)));
        assertThat(foreseen.text("/0/step")).isEqualTo("high");
    }

    @Test
    void aFieldOfTheCaseMayNameTheAssignee() {
        publish(key, ENDS + "<userTask id='a' camunda:assignee='${boss}'/>" + flow("s", "a") + flow("a", "e"))
                .isFine(201);
        var started =
                api.start(Company.STAFF1, key, Map.of("boss", Company.HEAD2)).text("/id");
        assertThat(api.open(started)).containsExactly("a[\"head2\"]");
    }

    @Test
    void aCountersignIsOneTaskForEachSigner() throws Exception {
        var all = "<userTask id='a' zhangfa:kind='approval' zhangfa:mode='all'><extensionElements>"
                + "<zhangfa:assignment strategy='candidates' users='head1,head2,staff1'/></extensionElements></userTask>";
        publish(key, ENDS + all + flow("s", "a") + flow("a", "e")).isFine(201);
        var started = api.start(Company.STAFF1, key, Map.of()).text("/id");
        assertThat(api.open(started)).containsExactlyInAnyOrder("a[\"head1\"]", "a[\"head2\"]");
        Api.atOnce(
                () -> api.does(Company.HEAD1, started, "approve").isFine(200),
                () -> api.does(Company.HEAD2, started, "approve").isFine(200));
        assertThat(api.caseOf(started).get("status").asString()).isEqualTo("completed");
    }

    private Api.Answer publish(String process, String content) {
        return hand(Company.DESIGNER1, "?publish=true", model(process, content), MediaType.APPLICATION_XML);
    }

    private Api.Answer hand(String who, String query, String xml, MediaType type) {
        return api.send(HttpMethod.POST, who, "/api/v1/processes" + query, xml, type, Map.of());
    }

    private static String flow(String from, String to) {
        return "<sequenceFlow id='%s-%s' sourceRef='%s' targetRef='%s'/>".formatted(from, to, from, to);
    }

    private static String model(String process, String content) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:flowable="http://flowable.org/bpmn" xmlns:operaton="http://operaton.org/schema/1.0/bpmn"
                    xmlns:zhangfa="urn:zhangfa:bpmn:1">
                  <process id="%s" name="测试" isExecutable="true">%s</process>
                </definitions>""".formatted(process, content);
    }
}

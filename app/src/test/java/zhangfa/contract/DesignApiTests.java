package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.database.Keys;

/** Processes on the drawing board, through the API and through the page. */
@CompanyTest
class DesignApiTests {

    private static final String DESIGNS = "/api/v1/designs";

    @Autowired
    MockMvcTester web;

    private Api api;

    private String process = "";

    @BeforeEach
    void aNewProcess() {
        api = new Api(web);
        process = api.post(Company.DESIGNER1, DESIGNS, Map.of("name", "设计 " + Keys.next()))
                .isFine(201)
                .text("/process");
    }

    @Test
    void onlyDesignersDesign() {
        api.get(Company.STAFF1, DESIGNS).isProblem(403);
        api.post(Company.STAFF1, DESIGNS, Map.of("name", "我的流程")).isProblem(403);
        api.get(Company.STAFF1, DESIGNS + "/" + process).isProblem(403);
        assertThat(press(Company.STAFF1, "/blocks", Map.of("revision", "1", "behind", "start", "kind", "work")))
                .isEqualTo(403);
    }

    @Test
    void whatIsMissingIsSaidAndIsNotPublished() {
        assertThat(shown().text("/findings/0/element")).isEqualTo(process);
        act("publish", "1").isProblem(422, process);
        press("/blocks", Map.of("revision", "1", "behind", "start", "kind", "approval"));
        var step = element("userTask");
        act("publish", "2").isProblem(422, step);
    }

    @Test
    void ofTwoWhoChangeItAtOnceOneIsTold() {
        press("/blocks", Map.of("revision", "1", "behind", "start", "kind", "work"));
        assertThat(press(Company.DESIGNER1, "/blocks", Map.of("revision", "1", "behind", "start", "kind", "approval")))
                .isEqualTo(409);
        var bpmn = shown().text("/bpmn");
        put("1", bpmn).isProblem(409);
        put(null, bpmn).isProblem(400);
        act("undo", "1").isProblem(409);
        assertThat(shown().text("/revision")).isEqualTo("2");
    }

    @Test
    void whatWasDoneIsUndoneAndDoneAgain() {
        press("/blocks", Map.of("revision", "1", "behind", "start", "kind", "work"));
        var drawn = shown().text("/bpmn");
        assertThat(act("undo", "2").isFine(200).text("/bpmn")).doesNotContain("userTask");
        assertThat(act("redo", "3").isFine(200).text("/bpmn")).isEqualTo(drawn);
        act("discard", "4").isFine(204);
        api.get(Company.DESIGNER1, DESIGNS + "/" + process).isProblem(404);
    }

    @Test
    void anotherToolsModelIsTakenInAndSaidWhereItIsMoreThanAList() {
        var bpmn = shown().text("/bpmn");
        put("1", bpmn.replace(process, "another")).isProblem(422, "/bpmn");
        put("1", "<x/>").isProblem(422, "/bpmn");
        put("1", bpmn.replace("<bpmn:endEvent", "<bpmn:laneSet id=\"lanes\"/><bpmn:endEvent"))
                .isFine(200);
        assertThat(shown().text("/unshown/0/element")).isEqualTo("lanes");
        assertThat(page()).contains("laneSet");
        assertThat(press(Company.DESIGNER1, "/blocks", Map.of("revision", "2", "behind", "start", "kind", "work")))
                .isEqualTo(409);
    }

    @Test
    void whatIsDrawnIsPublishedAndPlayedWithItsCopies() {
        press("/blocks", Map.of("revision", "1", "behind", "start", "kind", "approval"));
        var step = element("userTask");
        press("/blocks/" + step, Map.of("revision", "2", "name", "<b>审批</b>", "whom", "person", "person", "head1"));
        press("/blocks", Map.of("revision", "3", "behind", step, "kind", "copy"));
        var copy = element("serviceTask");
        press("/blocks/" + copy, Map.of("revision", "4", "name", "抄送出纳", "position", "cashier"));
        assertThat(page()).contains("&lt;b&gt;审批&lt;/b&gt;").doesNotContain("<b>审批");
        assertThat(act("publish", "5").isFine(200).text("/version")).isEqualTo("1");
        var id = api.start(Company.STAFF1, process, Map.of()).isFine(201).text("/id");
        api.act(Company.HEAD1, api.task(id), "approve", Map.of()).isFine(200);
    }

    @Test
    void howCasesAreNumberedIsLaidDownWithAnExample() {
        var name = "编号 " + process;
        assertThat(press(
                        Company.DESIGNER1,
                        "/settings",
                        Map.of("revision", "1", "name", name, "number", "{yyyy}-{000}")))
                .isEqualTo(422);
        press("/settings", Map.of("revision", "1", "name", name, "number", "yy-{unit}-{000}"));
        assertThat(page()).contains("YY-U-001");
        assertThat(shown().text("/bpmn")).contains("zhangfa:number=\"yy-{unit}-{000}\"");
        press("/settings", Map.of("revision", "2", "name", name, "number", ""));
        assertThat(shown().text("/bpmn")).doesNotContain("zhangfa:number");
    }

    private Api.Answer shown() {
        return api.get(Company.DESIGNER1, DESIGNS + "/" + process).isFine(200);
    }

    private Api.Answer act(String action, String revision) {
        return api.post(
                Company.DESIGNER1,
                DESIGNS + "/" + process + "/actions/" + action,
                "{}",
                Map.of("If-Match", "\"" + revision + "\""));
    }

    private Api.Answer put(@Nullable String revision, String bpmn) {
        return api.send(
                HttpMethod.PUT,
                Company.DESIGNER1,
                DESIGNS + "/" + process,
                Api.JSON.writeValueAsString(Map.of("bpmn", bpmn)),
                MediaType.APPLICATION_JSON,
                revision == null ? Map.of() : Map.of("If-Match", "\"" + revision + "\""));
    }

    private String page() {
        return new String(
                web.get()
                        .uri("/designs/" + process)
                        .with(user(Company.DESIGNER1))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private void press(String path, Map<String, String> fields) {
        assertThat(press(Company.DESIGNER1, path, fields)).isEqualTo(302);
    }

    private int press(String who, String path, Map<String, String> fields) {
        var request =
                web.post().uri("/designs/" + process + path).with(user(who)).with(csrf());
        fields.forEach((name, value) -> request.param(name, value));
        return request.exchange().getResponse().getStatus();
    }

    /** The id of the one element of a kind in the model. */
    private String element(String kind) {
        var found = Pattern.compile("<bpmn:" + kind + " id=\"([^\"]+)\"").matcher(shown().text("/bpmn"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}

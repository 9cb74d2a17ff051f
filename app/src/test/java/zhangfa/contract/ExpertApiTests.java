package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.database.Keys;

/** The expert view: what the server says of a model while it is drawn, and how two versions differ. */
@CompanyTest
class ExpertApiTests {

    @Autowired
    MockMvcTester web;

    private Api api;
    private String key;

    @BeforeEach
    void aProcessInForce() {
        api = new Api(web);
        var begun = api.post(Company.DESIGNER1, "/api/v1/designs", Map.of("name", "专家 " + Keys.next()))
                .isFine(201);
        key = begun.text("/process");
        save(1, model("<bpmn:endEvent id=\"end\"/>", "start", "")).isFine(200);
        assertThat(web.post()
                        .uri("/designs/" + key + "/publication?revision=2")
                        .with(user(Company.DESIGNER1))
                        .with(csrf()))
                .hasStatus(302);
        api.post(Company.DESIGNER1, "/api/v1/designs", Map.of("process", key)).isFine(201);
    }

    private String model(String more, String before, String flows) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="test">
                  <bpmn:process id="%s" name="专家" isExecutable="true" zhangfa:owner="person:designer1">
                    <bpmn:startEvent id="start"/>
                    <bpmn:userTask id="head" name="部门 &amp; 负责人" zhangfa:kind="approval"><bpmn:extensionElements><zhangfa:assignment strategy="unit-head"/></bpmn:extensionElements></bpmn:userTask>
                    %s
                    <bpmn:sequenceFlow id="first" sourceRef="%s" targetRef="head"/>
                    <bpmn:sequenceFlow id="last" sourceRef="head" targetRef="end"/>%s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(key, more, before, flows);
    }

    private Api.Answer post(String path, String bpmn) {
        return Api.answer(web.post()
                .uri("/designs/" + key + "/expert" + path)
                .param("bpmn", bpmn)
                .with(user(Company.DESIGNER1))
                .with(csrf())
                .exchange());
    }

    private Api.Answer save(int revision, String bpmn) {
        return post("?revision=" + revision, bpmn);
    }

    @Test
    void aRefusalNamesTheElementItsLineAndTheReason() {
        var refused = model("<bpmn:endEvent id=\"end\"/>\n    <bpmn:serviceTask id=\"pay\" name=\"付款\"/>", "start", "");
        var remark = post("/check", refused).isFine(200).json().get(0);
        assertThat(remark.get("element").asString()).isEqualTo("pay");
        assertThat(remark.get("name").asString()).isEqualTo("付款");
        assertThat(remark.get("line").asInt()).isEqualTo(7);
        assertThat(remark.get("reason").asString()).isNotBlank();
        assertThat(post("/check", model("<bpmn:endEvent id=\"end\"/>", "start", ""))
                        .isFine(200)
                        .json())
                .isEmpty();
    }

    @Test
    void whatIsNoModelOfThisProcessIsNotKept() {
        assertThat(post("/check", "no model").isFine(200).json()).hasSize(1);
        assertThat(save(1, "<x/>").status()).isEqualTo(422);
        assertThat(save(99, model("<bpmn:endEvent id=\"end\"/>", "start", "<!-- other -->"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void versionsAreComparedElementByElement() {
        var more = "<bpmn:endEvent id=\"end\"/><bpmn:userTask id=\"fresh\" name=\"新的一步\"><bpmn:extensionElements>"
                + "<zhangfa:assignment strategy=\"position\" position=\"cashier\"/></bpmn:extensionElements></bpmn:userTask>";
        var changed =
                model(more, "fresh", "<bpmn:sequenceFlow id=\"second\" sourceRef=\"start\" targetRef=\"fresh\"/>");
        save(1, changed).isFine(200);
        assertThat(api.get(Company.DESIGNER1, "/designs/" + key + "/comparison")
                        .isFine(200)
                        .body())
                .contains(
                        "新增 2",
                        "修改 1",
                        "删除 0",
                        "新的一步",
                        "sourceRef",
                        "data-added=\"fresh second\"",
                        "data-changed=\"first\"");
        assertThat(api.get(Company.DESIGNER1, "/designs/" + key + "/comparison?before=1&after=1")
                        .isFine(200)
                        .body())
                .contains("没有不同");
        api.get(Company.DESIGNER1, "/designs/" + key + "/versions/7/model").isFine(404);
        api.get(Company.STAFF1, "/designs/" + key + "/comparison").isFine(403);
    }

    @Test
    void thePaletteIsWhatTheKernelExecutes() {
        assertThat(api.get(Company.DESIGNER1, "/designs/" + key + "/expert")
                        .isFine(200)
                        .body())
                .contains("data-elements=\"adHocSubProcess boundaryEvent businessRuleTask", "userTask\"")
                .doesNotContain("complexGateway");
    }
}

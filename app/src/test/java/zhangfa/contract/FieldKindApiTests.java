package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** Every kind of field: checked by the server, computed by the server, asked for only when it applies. */
@CompanyTest
class FieldKindApiTests {

    private static final String KEY = "field-kind-tests";

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="test">
              <bpmn:process id="field-kind-tests" name="各种字段" isExecutable="true" zhangfa:owner="person:designer1">
                <bpmn:startEvent id="start"/>
                <bpmn:userTask id="head" name="部门负责人" zhangfa:kind="approval">
                  <bpmn:extensionElements><zhangfa:assignment strategy="unit-head"/><zhangfa:form><zhangfa:field name="kind" access="write"/><zhangfa:field name="items" access="write"/><zhangfa:field name="hand" access="required"/></zhangfa:form></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="head"/>
                <bpmn:sequenceFlow id="b" sourceRef="head" targetRef="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    private static final String FORM = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "additionalProperties": false,
             "required": ["title", "kind", "items"],
             "properties": {
               "title": {"type": "string", "maxLength": 200, "ui": {"widget": "text"}},
               "body": {"type": "string", "maxLength": 10000, "ui": {"widget": "rich"}},
               "days": {"type": "object", "additionalProperties": false, "required": ["from", "until"],
                 "properties": {"from": {"type": "string", "format": "date"}, "until": {"type": "string", "format": "date"}}, "ui": {"widget": "range"}},
               "hobbies": {"type": "array", "maxItems": 100, "uniqueItems": true, "items": {"type": "string", "enum": ["球", "棋", "书"]}, "ui": {"widget": "choices"}},
               "place": {"type": "string", "enum": ["华东/上海", "华东/杭州", "华北/北京"], "ui": {"widget": "cascade"}},
               "unit": {"type": "string", "maxLength": 100, "ui": {"widget": "unit"}},
               "friend": {"type": "string", "maxLength": 100, "ui": {"widget": "person"}},
               "grade": {"type": "integer", "minimum": 1, "maximum": 5, "ui": {"widget": "rating"}},
               "signed": {"type": "string", "maxLength": 20000, "pattern": "^([ML]\\\\d{1,3} \\\\d{1,3})+$", "ui": {"widget": "signature"}},
               "hand": {"type": "string", "maxLength": 20000, "pattern": "^([ML]\\\\d{1,3} \\\\d{1,3})+$", "ui": {"widget": "signature"}},
               "kind": {"type": "string", "enum": ["差旅", "其他"], "ui": {"widget": "choice"}},
               "destination": {"type": "string", "maxLength": 200, "ui": {"widget": "text", "when": {"field": "kind", "values": ["差旅"]}}},
               "items": {"type": "array", "maxItems": 100, "ui": {"widget": "lines"}, "items": {"type": "object", "additionalProperties": false, "required": ["amount"],
                 "properties": {"amount": {"type": "number", "ui": {"widget": "money"}}, "count": {"type": "number", "ui": {"widget": "number"}},
                   "sum": {"type": "number", "ui": {"widget": "computed", "computed": "amount * count"}}}}},
               "total": {"type": "number", "ui": {"widget": "computed", "computed": "sum(items.sum)"}}
             },
             "allOf": [{"if": {"required": ["kind"], "properties": {"kind": {"enum": ["差旅"]}}}, "then": {"required": ["destination"]},
               "else": {"properties": {"destination": false}}}]}
            """;

    private static final String HAND = "M7 8L90 91";

    private static boolean published;

    @Autowired
    MockMvcTester web;

    private Api api;

    @BeforeEach
    void aProcessThatAsksForEverything() {
        api = new Api(web);
        synchronized (FieldKindApiTests.class) {
            if (!published) {
                publish();
                published = true;
            }
        }
    }

    private void publish() {
        api.send(
                        HttpMethod.POST,
                        Company.DESIGNER1,
                        "/api/v1/processes?publish=true",
                        MODEL,
                        MediaType.APPLICATION_XML,
                        Map.of())
                .isFine(201);
        api.post(Company.DESIGNER1, "/api/v1/designs", Map.of("process", KEY)).isFine(201);
        var drawn = Map.of("bpmn", MODEL, "form", Api.JSON.readTree(FORM));
        var design = api.send(
                        HttpMethod.PUT,
                        Company.DESIGNER1,
                        "/api/v1/designs/" + KEY,
                        Api.JSON.writeValueAsString(drawn),
                        MediaType.APPLICATION_JSON,
                        Map.of("If-Match", "1"))
                .isFine(200);
        api.post(
                        Company.DESIGNER1,
                        "/api/v1/designs/" + KEY + "/actions/publish",
                        "",
                        Map.of("If-Match", design.text("/revision")))
                .isFine(200);
    }

    private static Map<String, Object> form() {
        var form = new LinkedHashMap<String, Object>();
        form.put("title", "各种字段");
        form.put("body", "**重要** <script>alert(1)</script> [点这里](javascript:alert(1))");
        form.put("days", Map.of("from", "2026-11-01", "until", "2026-11-03"));
        form.put("hobbies", List.of("球", "书"));
        form.put("place", "华东/杭州");
        form.put("unit", "finance");
        form.put("friend", Company.STAFF2);
        form.put("grade", 4);
        form.put("signed", "M10 10L20 30L40 5");
        form.put("kind", "差旅");
        form.put("destination", "上海");
        form.put("items", List.of(Map.of("amount", 12.5, "count", 3), Map.of("amount", 0.1, "count", 3)));
        return form;
    }

    private Api.Answer start(Map<String, Object> form) {
        return api.start(Company.STAFF1, KEY, form);
    }

    @Test
    void whatIsComputedIsComputedByTheServer() {
        var begun = start(form()).isFine(201).json().get("form");
        assertThat(begun.at("/items/0/sum").asDecimal()).isEqualByComparingTo("37.5");
        assertThat(begun.at("/items/1/sum").asDecimal()).isEqualByComparingTo("0.3");
        assertThat(begun.at("/total").asDecimal()).isEqualByComparingTo("37.8");
    }

    @Test
    void whoeverSendsSomethingElseForAComputedFieldIsRefused() {
        var form = form();
        form.put("total", 1);
        start(form).isProblem(422, "/form/total");
        form.put("total", 37.8);
        start(form).isFine(201);
        form.remove("total");
        form.put("items", List.of(Map.of("amount", 12.5, "count", 3, "sum", 1)));
        start(form).isProblem(422, "/form/items/0/sum");
    }

    @Test
    void aStepThatChangesALineChangesWhatItComesTo() {
        var id = start(form()).isFine(201).text("/id");
        api.does(Company.HEAD1, id, "approve", Map.of("form", Map.of("total", 9)))
                .isProblem(422, "/form/total");
        var changed = Map.of("form", Map.of("hand", HAND, "items", List.of(Map.of("amount", 2, "count", 2))));
        api.does(Company.HEAD1, id, "approve", changed).isFine(200);
        assertThat(api.caseOf(id).at("/form/total").asDecimal()).isEqualByComparingTo("4");
    }

    @Test
    void aFieldThatDoesNotApplyIsNeitherAskedForNorTaken() {
        var form = form();
        form.remove("destination");
        start(form).isProblem(422, "/form/destination");
        form.put("kind", "其他");
        var id = start(form).isFine(201).text("/id");
        assertThat(api.caseOf(id).get("form").has("destination")).isFalse();
        form.put("destination", "上海");
        start(form).isProblem(422, "/form/destination");
    }

    @Test
    void aFieldThatAppliesNoLongerIsGone() {
        var id = start(form()).isFine(201).text("/id");
        api.does(Company.HEAD1, id, "approve", Map.of("form", Map.of("hand", HAND, "kind", "其他")))
                .isFine(200);
        assertThat(api.caseOf(id).get("form").has("destination")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "days; {\"from\": \"2026-11-03\", \"until\": \"2026-11-01\"}; /form/days/until",
                "days; {\"from\": \"2026-11-03\"}; /form/days/until",
                "hobbies; [\"球\", \"球\"]; /form/hobbies",
                "hobbies; [\"酒\"]; /form/hobbies/0",
                "place; \"华东/南京\"; /form/place",
                "unit; \"nowhere\"; /form/unit",
                "friend; \"nobody\"; /form/friend",
                "grade; 6; /form/grade",
                "grade; 2.5; /form/grade",
                "signed; \"M1 1\\\"/><script>\"; /form/signed"
            })
    void whatCannotBeIsNamedByItsField(String field, String value, String pointer) {
        var form = new HashMap<>(form());
        form.put(field, Api.JSON.readValue(value, Object.class));
        start(form).isProblem(422, pointer);
    }

    @Test
    void everyKindHasItsControlAndIsReadWithoutBecomingCode() {
        var blank = api.get(Company.STAFF1, "/start/" + KEY).isFine(200).body();
        assertThat(blank)
                .contains(
                        "name=\"days.from\"",
                        "<optgroup label=\"华东\">",
                        "type=\"checkbox\" name=\"hobbies\"",
                        "type=\"radio\" name=\"grade\"",
                        "data-signature",
                        "data-when=\"kind\"")
                .doesNotContain("name=\"total\"", "name=\"items[0].sum\"");
        var id = start(form()).isFine(201).text("/id");
        assertThat(api.get(Company.HEAD1, "/cases/" + id).isFine(200).body())
                .contains(
                        "<strong>重要</strong>",
                        "★★★★☆",
                        "M10 10L20 30L40 5",
                        "球、书",
                        "财务部",
                        "37.80",
                        "2026-11-01 – 2026-11-03")
                .doesNotContain("<script>alert", "href=\"javascript:");
    }

    @Test
    void whoeverDecidesSignsWithTheirOwnHandWhereTheStepDemandsIt() {
        var forged = new HashMap<>(form());
        forged.put("hand", HAND);
        start(forged).isProblem(422, "/form/hand");
        var id = start(form()).isFine(201).text("/id");
        assertThat(api.get(Company.HEAD1, "/cases/" + id).isFine(200).body()).contains("name=\"hand\"");
        var task = api.task(id);
        api.act(Company.HEAD1, task, "approve", Map.of()).isProblem(422, "/form/hand");
        api.act(Company.HEAD1, task, "approve", Map.of("form", Map.of("hand", HAND)))
                .isFine(200);
        assertThat(api.get(Company.STAFF1, "/cases/" + id).isFine(200).body()).contains(HAND);
    }
}

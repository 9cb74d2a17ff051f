package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** Templates of everyday processes: adopted by one call, played to their end, and changed in the simple designer. */
@CompanyTest
class EverydayTemplateTests {

    @Autowired
    MockMvcTester web;

    private Api api;

    @BeforeEach
    void client() {
        api = new Api(web);
    }

    @ParameterizedTest
    @CsvSource({
        "general-request, head chief",
        "seal-use, head chief sealing",
        "contract-approval, head compliance finance chief filing",
        "purchase-request, head quotes chief finance",
        "cash-advance, head finance chief payment",
        "business-trip, head upper booking",
        "overtime, head recording",
        "clock-correction, head recording",
        "licence-borrowing, head administration lending return",
        "leave-request, head upper recording"
    })
    void eachIsAdoptedAndPlayedToItsEndAndShownWholeInTheSimpleDesigner(String key, String steps) {
        var adopted = api.post(Company.DESIGNER1, "/api/v1/templates/" + key + "/adoption", Map.of())
                .isFine(201);
        assertThat(adopted.json().get("version").asInt()).isEqualTo(1);
        assertThat(adopted.json().get("unmanned")).isEmpty();
        var schema = api.get(Company.STAFF1, "/api/v1/processes/" + key)
                .isFine(200)
                .json()
                .get("form");
        var id = api.start(Company.STAFF1, key, filled(schema)).isFine(201).text("/id");
        assertThat(played(id)).containsExactlyInAnyOrder(steps.split(" "));
        assertThat(api.caseOf(id).get("status").asString()).isEqualTo("completed");
        isDrawnWhole(key);
    }

    private void isDrawnWhole(String key) {
        var design = api.post(Company.DESIGNER1, "/api/v1/designs", Map.of("process", key))
                .isFine(201);
        assertThat(design.json().get("unshown")).isEmpty();
        assertThat(design.json().get("findings")).isEmpty();
        assertThat(api.get(Company.DESIGNER1, "/designs/" + key + "?open=form")
                        .isFine(200)
                        .body())
                .contains("fields[0].name");
    }

    @Test
    void aTemplateIsAdoptedOnceAndOnlyByDesigners() {
        api.post(Company.STAFF1, "/api/v1/templates/overtime/adoption", Map.of())
                .isProblem(403);
        api.post(Company.DESIGNER1, "/api/v1/templates/moon/adoption", Map.of()).isProblem(404);
        api.post(Company.DESIGNER1, "/api/v1/templates/overtime/adoption", Map.of());
        api.post(Company.DESIGNER1, "/api/v1/templates/overtime/adoption", Map.of())
                .isProblem(409);
        assertThat(api.get(Company.DESIGNER1, "/api/v1/templates")
                        .isFine(200)
                        .json()
                        .get("items"))
                .hasSize(10);
    }

    /** Whoever is asked agrees. @return the steps that were asked for */
    private List<String> played(String id) {
        var asked = new ArrayList<String>();
        for (var open = open(id); open != null; open = open(id)) {
            asked.add(open.get("step").asString());
            var work = open.get("kind").asString().equals("work");
            api.act(
                            open.at("/assignees/0").asString(),
                            open.get("id").asString(),
                            work ? "complete" : "approve",
                            Map.of())
                    .isFine(200);
        }
        return asked;
    }

    private @Nullable JsonNode open(String id) {
        var open = api.caseOf(id).get("tasks");
        return open.isEmpty() ? null : open.get(0);
    }

    private Map<String, Object> filled(JsonNode object) {
        var form = new LinkedHashMap<String, Object>();
        object.get("properties").properties().forEach(field -> form.put(field.getKey(), value(field.getValue())));
        return form;
    }

    /** One that takes the longest way. */
    private Object value(JsonNode field) {
        return switch (field.at("/ui/widget").asString()) {
            case "money" -> 60_000;
            case "number" -> 5;
            case "date" -> "2026-12-01";
            case "choice" -> chosen(field.get("enum"));
            case "person" -> Company.STAFF2;
            case "files" -> List.of(api.voucher(Company.STAFF1));
            case "lines" -> List.of(filled(field.get("items")));
            default -> "请看附件";
        };
    }

    private static String chosen(JsonNode options) {
        var special = List.of("法人章", "飞机", "原件");
        return options.valueStream()
                .map(JsonNode::asString)
                .filter(special::contains)
                .findFirst()
                .orElse(options.get(0).asString());
    }
}

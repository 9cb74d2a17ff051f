package zhangfa.contract;

import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** Processes of steps in a row, named s0, s1 and so on, as a designer hands them in. */
final class Steps {

    private Steps() {}

    /** An approval by a rule, with these attributes; its id is its place. */
    static String approval(String attributes, String assignment) {
        return "<bpmn:userTask id=\"%s\" zhangfa:kind=\"approval\" " + attributes
                + "><bpmn:extensionElements><zhangfa:assignment " + assignment
                + "/></bpmn:extensionElements></bpmn:userTask>";
    }

    static String model(String key, String attributes, String... steps) {
        var body = new StringBuilder();
        for (int place = 0; place < steps.length; place++) {
            body.append(steps[place].formatted("s" + place))
                    .append("<bpmn:sequenceFlow id=\"f%d\" sourceRef=\"%s\" targetRef=\"s%d\"/>"
                            .formatted(place, place == 0 ? "start" : "s" + (place - 1), place));
        }
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="test">
                  <bpmn:process id="%s" name="%s" isExecutable="true" zhangfa:owner="person:financehead" %s>
                    <bpmn:startEvent id="start"/>%s<bpmn:endEvent id="end"/>
                    <bpmn:sequenceFlow id="last" sourceRef="s%d" targetRef="end"/>
                  </bpmn:process>
                </bpmn:definitions>""".formatted(key, key, attributes, body, steps.length - 1);
    }

    static void publish(Api api, String key, String attributes, String... steps) {
        handIn(api, model(key, attributes, steps)).isFine(201);
    }

    static Api.Answer handIn(Api api, String model) {
        return api.send(
                HttpMethod.POST,
                "designer1",
                "/api/v1/processes?publish=true",
                model,
                MediaType.APPLICATION_XML,
                Map.of());
    }
}

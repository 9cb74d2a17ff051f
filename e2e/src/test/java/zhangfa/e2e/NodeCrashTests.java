package zhangfa.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Three nodes on one database, killed one after another while alarms ring and messages leave: every alarm rings once, every
 * notice is there once, everything is told outside, under one id.
 */
class NodeCrashTests {

    private static final int CASES = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String OVERDUE = "task.overdue";
    private static final String ASSIGNED = "task.assigned";
    private static final Map<String, String> SETTINGS =
            Map.of("ZHANGFA_ENDPOINT_ALLOWED", "localhost", "ZHANGFA_JOB_PULSE", "1s");

    /** A task whose time is over after two seconds. */
    static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="e2e">
              <bpmn:process id="alarms" name="限时" isExecutable="true">
                <bpmn:startEvent id="start"/>
                <bpmn:userTask id="head" name="部门负责人" zhangfa:kind="approval">
                  <bpmn:extensionElements><zhangfa:assignment strategy="unit-head"/><zhangfa:limit within="PT2S" unit="wall"/></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:endEvent id="end"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="head"/>
                <bpmn:sequenceFlow id="b" sourceRef="head" targetRef="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    private final List<String> started = new ArrayList<>();

    @Test
    void noAlarmAndNoMessageIsLostOrDoubledThoughNodesAreKilled() {
        var seed = System.nanoTime();
        var random = new SplittableRandom(seed);
        try (var receiver = new Receiver();
                var first = Server.withDemo("nodes-1", SETTINGS);
                var second = Server.beside("nodes-2", first);
                var third = Server.beside("nodes-3", first)) {
            receiver.listenTo(first, ASSIGNED, OVERDUE);
            Api.as(first, "designer1")
                    .postXml("/api/v1/processes?publish=true", MODEL)
                    .ok();
            startOn(first, second, third);
            killAfter(random.nextInt(1, CASES), receiver, second);
            startOn(first, third);
            killAfter(CASES + random.nextInt(1, CASES), receiver, first);
            startOn(third);
            killAfter(2 * CASES + random.nextInt(1, CASES), receiver, third);
            first.restart();
            Eventually.within(
                    PATIENCE,
                    () -> receiver.told(OVERDUE).keySet().containsAll(started)
                            && receiver.told(ASSIGNED).keySet().containsAll(started));
            for (var kind : List.of(ASSIGNED, OVERDUE)) {
                assertThat(receiver.told(kind)).as("told, seed " + seed).containsOnlyKeys(started);
                assertThat(receiver.told(kind).values()).as("ids, seed " + seed).allMatch(ids -> ids.size() == 1);
                assertThat(notices(first, kind))
                        .as("notices, seed " + seed)
                        .containsExactlyInAnyOrderElementsOf(started);
            }
            assertThat(rung(first))
                    .as("alarms, seed " + seed)
                    .hasSize(3 * CASES)
                    .containsOnly(1L);
        }
    }

    private void startOn(Server... nodes) {
        for (int i = 0; i < CASES; i++) {
            started.add(Api.as(nodes[i % nodes.length], "staff1")
                    .post("/api/v1/cases", Map.of("process", "alarms", "form", Map.of()))
                    .ok()
                    .text("/id"));
        }
    }

    /** At a moment that nobody chose: so many alarms were told outside, others ring or are on their way. */
    private static void killAfter(int told, Receiver receiver, Server node) {
        Eventually.within(PATIENCE, () -> receiver.told(OVERDUE).size() >= told);
        node.kill();
    }

    /** How often the alarm of each case rang, by its journal. */
    private List<Long> rung(Server server) {
        return started.stream()
                .map(id -> items(server, "inspector1", "/api/v1/cases/" + id + "/journal?page_size=200")
                        .filter(entry -> entry.at("/kind").asString().equals("timer_fired"))
                        .count())
                .toList();
    }

    /** The cases that the head was told of so, as often as that was. */
    private static List<String> notices(Server server, String kind) {
        return items(server, "head1", "/api/v1/notifications?box=tasks&page_size=200")
                .filter(notice -> notice.at("/kind").asString().equals(kind))
                .map(notice -> notice.at("/case_id").asString())
                .toList();
    }

    private static Stream<JsonNode> items(Server server, String who, String path) {
        return Api.as(server, who).get(path).ok().body().at("/items").valueStream();
    }
}

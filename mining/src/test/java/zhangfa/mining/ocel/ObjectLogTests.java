package zhangfa.mining.ocel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import zhangfa.mining.ReferenceData;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.Progress;
import zhangfa.mining.read.LogRefused;
import zhangfa.mining.read.ObjectLogs;
import zhangfa.mining.statistics.DirectlyFollows;

/** Object-centric logs in all their forms say what the reference says. */
class ObjectLogTests {

    @TempDir
    Path folder;

    private static ObjectLog read(String name) throws Exception {
        return ObjectLogs.read(ReferenceData.file("ocel/" + name), Progress.NONE);
    }

    private static JsonNode expected(String name) throws Exception {
        return ReferenceData.expected("ocel")
                .get("logs")
                .valueStream()
                .filter(log -> log.get("file").asString().endsWith("/" + name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Integer> counts(JsonNode node) {
        var counts = new TreeMap<String, Integer>();
        node.properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asInt()));
        return counts;
    }

    private static void agree(ObjectLog log, JsonNode expected) {
        assertThat(log.events()).hasSize(expected.get("events").asInt());
        assertThat(log.objects()).hasSize(expected.get("objects").asInt());
        assertThat(log.events().stream()
                        .mapToInt(event -> event.objects().size())
                        .sum())
                .isEqualTo(expected.get("event_object_relations").asInt());
        assertThat(log.objects().stream()
                        .mapToInt(object -> object.relations().size())
                        .sum())
                .isEqualTo(expected.get("object_object_relations").asInt());
        assertThat(log.changes()).isEqualTo(expected.get("object_changes").asLong());
        assertThat(log.objectsPerType()).isEqualTo(counts(expected.get("object_types")));
        assertThat(log.eventsPerType()).isEqualTo(counts(expected.get("activities")));
        expected.get("activities_per_object_type")
                .properties()
                .forEach(entry -> assertThat(log.activitiesPerObjectType().get(entry.getKey()))
                        .containsExactlyElementsOf(entry.getValue()
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()));
        expected.get("flattened")
                .properties()
                .forEach(entry -> flattened(log.flattened(entry.getKey()), entry.getValue()));
    }

    private static void flattened(EventLog log, JsonNode expected) {
        assertThat(log.cases()).isEqualTo(expected.get("cases").asInt());
        assertThat(log.events()).isEqualTo(expected.get("events").asInt());
        assertThat(log.variants().size()).isEqualTo(expected.get("variants").asInt());
        var graph = DirectlyFollows.of(log);
        assertThat(graph.startActivities().toString())
                .isEqualTo(counts(expected.get("start")).toString());
        assertThat(graph.endActivities().toString())
                .isEqualTo(counts(expected.get("end")).toString());
        var edges = new ArrayList<DirectlyFollows.Edge>();
        expected.get("dfg")
                .forEach(edge -> edges.add(new DirectlyFollows.Edge(
                        edge.get(0).asString(),
                        edge.get(1).asString(),
                        edge.get(2).asLong())));
        assertThat(graph.edges()).containsExactlyInAnyOrderElementsOf(edges);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example_log.jsonocel",
                "example_log.xmlocel",
                "example_log.sqlite",
                "newocel.jsonocel",
                "newocel.sqlite",
                "ocel20_example.jsonocel",
                "ocel20_example.xmlocel",
                "ocel20_example.sqlite"
            })
    void agreesWithTheReference(String name) throws Exception {
        agree(read(name), expected(name));
    }

    private LogRefused refusal(String content) throws Exception {
        var file = folder.resolve("bad");
        Files.writeString(file, content);
        return catchThrowableOfType(LogRefused.class, () -> ObjectLogs.read(file, Progress.NONE));
    }

    @Test
    void saysWhatIsWrongAndWhere() throws Exception {
        var event = "{\"id\":\"e1\",\"type\":\"a\",\"time\":\"2024-01-01T00:00:00Z\"}";
        assertThat(refusal("{\"events\":[" + event + "," + event + "]}").reasonCode())
                .isEqualTo("duplicate-id");
        assertThat(refusal("{\"events\":[\n{\"id\":\"e1\",\"type\":\"a\",\"time\":\"soon\"}]}"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("'soon'");
        assertThat(refusal("{\"events\":[{\"id\":\"e1\"}]}").reasonCode()).isEqualTo("no-time");
        assertThat(refusal("{\"events\":[{\"id\":\"e1\"").reasonCode()).isEqualTo("not-json");
        assertThat(refusal("{}").reasonCode()).isEqualTo("not-ocel");
        assertThat(refusal("<log><events><event id='1'/></events></log>").reasonCode())
                .isEqualTo("no-attribute");
        assertThat(refusal("SQLite format 3\0 and no more").reasonCode()).isEqualTo("not-sqlite");
        assertThat(refusal("").reasonCode()).isEqualTo("empty-file");
        assertThat(refusal("[".repeat(100_000)).reasonCode()).isEqualTo("not-ocel");
    }
}

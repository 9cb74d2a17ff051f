package zhangfa.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import zhangfa.mining.bench.SyntheticLog;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.Variants;
import zhangfa.mining.read.EventLogs;
import zhangfa.mining.read.LogColumns;
import zhangfa.mining.read.Reading;
import zhangfa.mining.statistics.DirectlyFollows;
import zhangfa.mining.statistics.DirectlyFollowsTimes;
import zhangfa.mining.statistics.Durations;
import zhangfa.mining.statistics.Handover;
import zhangfa.mining.statistics.Rework;

/** Our figures for public logs are the reference's, exactly. */
class ReferenceTests {

    @ParameterizedTest
    @MethodSource("zhangfa.mining.ReferenceData#logs")
    void agreesWithTheReference(String name) throws Exception {
        var expected = ReferenceData.expected(name);
        var keys = expected.get("activity").asString().split("\\+", -1);
        var reading = Reading.USUAL.withColumns(LogColumns.USUAL.withActivity(keys));
        agree(EventLogs.read(ReferenceData.file(expected.get("log").asString()), reading), expected);
    }

    @Test
    void agreesWithTheReferenceOnASyntheticLog() throws Exception {
        var expected = ReferenceData.expected("synth-100k");
        var bytes = new ByteArrayOutputStream();
        SyntheticLog.write(100_000, SyntheticLog.SEED, bytes);
        agree(EventLogs.read(new ByteArrayInputStream(bytes.toByteArray()), Reading.USUAL), expected);
    }

    private static void agree(EventLog log, JsonNode expected) {
        assertThat(log.cases()).isEqualTo(expected.get("traces").asInt());
        assertThat(log.events()).isEqualTo(expected.get("events").asInt());
        assertThat(log.leftOut())
                .isEqualTo(expected.at("/notes/events_without_activity").asLong());
        assertThat(log.activities()).hasSize(expected.get("activities").asInt());
        var graph = DirectlyFollows.of(log);
        assertThat(graph.activityCounts()).isEqualTo(counts(expected.get("activity_counts")));
        assertThat(graph.startActivities()).isEqualTo(counts(expected.get("start_activities")));
        assertThat(graph.endActivities()).isEqualTo(counts(expected.get("end_activities")));
        assertThat(edges(graph.edges())).isEqualTo(edges(expected.get("dfg")));
        assertThat(DirectlyFollows.of(log.variants()).edges()).isEqualTo(graph.edges());
        variants(log.variants(), expected);
        times(log, expected);
        assertThat(Rework.casesPerActivity(log).toString())
                .isEqualTo(new TreeMap<>(counts(expected.get("rework_cases_per_activity"))).toString());
        handover(log, expected);
    }

    private static void variants(Variants variants, JsonNode expected) {
        var sequences = new HashMap<List<String>, Integer>();
        for (var i = 0; i < variants.size(); i++) {
            var names = new ArrayList<String>();
            for (var activity : variants.sequences()[i]) {
                names.add(variants.activities().get(activity));
            }
            sequences.put(names, variants.counts()[i]);
        }
        assertThat(sequences).hasSize(variants.size());
        sequences.remove(List.of());
        assertThat(sequences).hasSize(expected.get("variants").asInt());
        for (var top : expected.get("top_variants")) {
            var names = top.get(1).valueStream().map(JsonNode::asString).toList();
            assertThat(sequences).containsEntry(names, top.get(0).asInt());
        }
    }

    private static void times(EventLog log, JsonNode expected) {
        var durations = expected.get("case_duration_seconds");
        if (durations == null) {
            assertThat(log.knowsTimes()).isFalse();
            return;
        }
        same(Durations.ofCases(log), durations);
        var edges = new HashMap<List<String>, Durations>();
        DirectlyFollowsTimes.endToEnd(log)
                .forEach(edge -> edges.put(List.of(edge.from(), edge.to()), edge.durations()));
        var expectedEdges = expected.get("performance_dfg_seconds");
        assertThat(edges).hasSize(expected.get("dfg_edges").asInt());
        for (var edge : expectedEdges) {
            var ours = edges.get(List.of(edge.get(0).asString(), edge.get(1).asString()));
            assertThat(ours.count()).isEqualTo(edge.get(2).get("n").asInt());
            same(ours, edge.get(2));
        }
    }

    /** Ours are exact; the reference adds up floating point numbers. */
    private static void same(Durations ours, JsonNode expected) {
        close(ours.meanSeconds(), expected.get("mean").asDouble());
        close(ours.medianSeconds(), expected.get("median").asDouble());
        close(ours.minSeconds(), expected.get("min").asDouble());
        close(ours.maxSeconds(), expected.get("max").asDouble());
        close(ours.sumSeconds(), expected.get("sum").asDouble());
    }

    private static void close(double ours, double expected) {
        assertThat(ours).isCloseTo(expected, within(Math.max(Math.abs(expected) * 1e-12, 1e-7)));
    }

    private static void handover(EventLog log, JsonNode expected) {
        if (!expected.has("handover_edges")) {
            assertThat(log.knowsResources()).isFalse();
            return;
        }
        var edges = Handover.of(log);
        assertThat(log.resources()).hasSize(expected.get("resources").asInt());
        assertThat(edges).hasSize(expected.get("handover_edges").asInt());
        assertThat(edges(edges)).containsAllEntriesOf(edges(expected.get("handover_top50")));
        var same = edges.stream()
                .filter(edge -> edge.from().equals(edge.to()))
                .mapToLong(DirectlyFollows.Edge::count)
                .sum();
        var all = edges.stream().mapToLong(DirectlyFollows.Edge::count).sum();
        assertThat(same).isEqualTo(expected.get("handover_total_same_person").asLong());
        assertThat(all - same)
                .isEqualTo(
                        expected.get("handover_total_between_different_people").asLong());
    }

    private static Map<List<String>, Long> edges(List<DirectlyFollows.Edge> edges) {
        var counts = new HashMap<List<String>, Long>();
        edges.forEach(edge -> counts.put(List.of(edge.from(), edge.to()), edge.count()));
        return counts;
    }

    private static Map<List<String>, Long> edges(JsonNode edges) {
        var counts = new HashMap<List<String>, Long>();
        edges.forEach(edge -> counts.put(
                List.of(edge.get(0).asString(), edge.get(1).asString()),
                edge.get(2).asLong()));
        return counts;
    }

    private static Map<String, Long> counts(JsonNode counts) {
        var named = new HashMap<String, Long>();
        counts.properties()
                .forEach(entry -> named.put(entry.getKey(), entry.getValue().asLong()));
        return named;
    }
}

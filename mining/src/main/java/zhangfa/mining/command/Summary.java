package zhangfa.mining.command;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import zhangfa.mining.log.Variants;
import zhangfa.mining.read.LogRefused;
import zhangfa.mining.read.Reading;
import zhangfa.mining.statistics.DirectlyFollows;
import zhangfa.mining.statistics.Durations;

/** What a log is like at first sight. */
final class Summary implements Verb {

    private static final int TOP = 20;

    @Override
    public String name() {
        return "summary";
    }

    @Override
    public String usage() {
        return "LOG " + LogArguments.USAGE;
    }

    @Override
    public void run(Arguments arguments, JsonGenerator answer) throws IOException, LogRefused, Misuse, Refusal {
        arguments.only(LogArguments.OPTIONS);
        var file = arguments.files("LOG").getFirst();
        var log = LogArguments.read(file, arguments, Reading.USUAL.withoutAttributes());
        var variants = log.variants();
        var graph = DirectlyFollows.of(variants);
        answer.writeStartObject();
        answer.writeNumberProperty("cases", log.cases());
        answer.writeNumberProperty("events", log.events());
        answer.writeNumberProperty("activities", log.activities().size());
        answer.writeNumberProperty("variants", variants.withEvents());
        counts(answer, "start_activities", graph.startActivities());
        counts(answer, "end_activities", graph.endActivities());
        edges(answer, graph.edges());
        top(answer, variants);
        durations(answer, Durations.ofCases(log));
        answer.writeEndObject();
    }

    private static void counts(JsonGenerator answer, String name, Map<String, Long> counts) {
        answer.writeObjectPropertyStart(name);
        counts.forEach(answer::writeNumberProperty);
        answer.writeEndObject();
    }

    private static void edges(JsonGenerator answer, List<DirectlyFollows.Edge> edges) {
        answer.writeArrayPropertyStart("directly_follows");
        for (var edge : edges) {
            answer.writeStartArray();
            answer.writeString(edge.from());
            answer.writeString(edge.to());
            answer.writeNumber(edge.count());
            answer.writeEndArray();
        }
        answer.writeEndArray();
    }

    private static void top(JsonGenerator answer, Variants variants) {
        answer.writeArrayPropertyStart("top_variants");
        for (var i = 0; i < Math.min(TOP, variants.size()); i++) {
            if (variants.sequences()[i].length > 0) {
                variant(answer, variants, i);
            }
        }
        answer.writeEndArray();
    }

    private static void variant(JsonGenerator answer, Variants variants, int variant) {
        answer.writeStartArray();
        answer.writeStartArray();
        for (var activity : variants.sequences()[variant]) {
            answer.writeString(variants.activities().get(activity));
        }
        answer.writeEndArray();
        answer.writeNumber(variants.counts()[variant]);
        answer.writeEndArray();
    }

    /** Null where no event has a time. */
    private static void durations(JsonGenerator answer, Durations durations) {
        answer.writeName("median_case_seconds");
        seconds(answer, durations, durations.medianSeconds());
        answer.writeName("mean_case_seconds");
        seconds(answer, durations, durations.meanSeconds());
    }

    private static void seconds(JsonGenerator answer, Durations durations, double seconds) {
        if (durations.count() == 0) {
            answer.writeNull();
        } else {
            answer.writeNumber(seconds);
        }
    }
}

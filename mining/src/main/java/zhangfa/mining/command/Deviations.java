package zhangfa.mining.command;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import zhangfa.mining.conformance.Aligner;
import zhangfa.mining.conformance.Alignment;
import zhangfa.mining.conformance.Alignments;
import zhangfa.mining.conformance.Step;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.read.LogRefused;

/** Where a log leaves its model: by activity, and case by case. */
final class Deviations implements Verb {

    @Override
    public String name() {
        return "deviations";
    }

    @Override
    public String usage() {
        return ModelArguments.USAGE + "[--limit SECONDS] " + LogArguments.USAGE;
    }

    @Override
    public void run(Arguments arguments, JsonGenerator answer) throws IOException, LogRefused, Misuse, Refusal {
        var limit = Align.limit(arguments);
        ModelArguments.compare(arguments, Set.of("limit"), answer, (log, net, progress, generator) -> {
            var taken = log.caseVariants();
            write(log, taken.variantOf(), new Aligner(net).align(taken.variants(), limit, progress), generator);
        });
    }

    private static void write(EventLog log, int[] variantOf, Alignments alignments, JsonGenerator answer) {
        answer.writeStartObject();
        answer.writeBooleanProperty("optimal", alignments.optimal());
        activities(alignments, answer);
        answer.writeArrayPropertyStart("cases");
        for (var number = 0; number < log.cases(); number++) {
            var alignment = alignments.found().get(variantOf[number]);
            if (!alignment.fits()) {
                one(log.caseName(number), alignment, answer);
            }
        }
        answer.writeEndArray();
        answer.writeEndObject();
    }

    private static void activities(Alignments alignments, JsonGenerator answer) {
        var superfluous = alignments.moves(Step.Kind.LOG);
        var lacking = alignments.moves(Step.Kind.MODEL);
        var names = new TreeSet<>(superfluous.keySet());
        names.addAll(lacking.keySet());
        answer.writeObjectPropertyStart("activities");
        for (var name : names) {
            answer.writeObjectPropertyStart(name);
            answer.writeNumberProperty("superfluous", superfluous.getOrDefault(name, 0L));
            answer.writeNumberProperty("lacking", lacking.getOrDefault(name, 0L));
            answer.writeEndObject();
        }
        answer.writeEndObject();
    }

    /** A case without an alignment in time has a cost that is a lower bound, and no moves. */
    private static void one(String name, Alignment alignment, JsonGenerator answer) {
        answer.writeStartObject();
        answer.writeStringProperty("case", name);
        answer.writeNumberProperty("cost", alignment.cost());
        answer.writeBooleanProperty("optimal", alignment.optimal());
        moves(alignment, "superfluous", Step.Kind.LOG, answer);
        moves(alignment, "lacking", Step.Kind.MODEL, answer);
        answer.writeEndObject();
    }

    private static void moves(Alignment alignment, String key, Step.Kind kind, JsonGenerator answer) {
        answer.writeArrayPropertyStart(key);
        for (var step : alignment.steps()) {
            var activity = step.activity();
            if (step.kind() == kind && activity != null) {
                answer.writeString(activity);
            }
        }
        answer.writeEndArray();
    }
}

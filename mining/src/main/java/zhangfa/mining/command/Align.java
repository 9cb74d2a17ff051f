package zhangfa.mining.command;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import zhangfa.mining.conformance.Aligner;
import zhangfa.mining.conformance.Alignments;
import zhangfa.mining.conformance.Step;
import zhangfa.mining.read.LogRefused;

/** Optimal alignments of a log with a model, unit costs. */
final class Align implements Verb {

    private static final int LONGEST_SECONDS = 1_000_000;

    @Override
    public String name() {
        return "align";
    }

    @Override
    public String usage() {
        return ModelArguments.USAGE + "[--limit SECONDS] " + LogArguments.USAGE;
    }

    @Override
    public void run(Arguments arguments, JsonGenerator answer) throws IOException, LogRefused, Misuse, Refusal {
        var limit = limit(arguments);
        ModelArguments.compare(
                arguments,
                Set.of("limit"),
                answer,
                (log, net, progress, generator) ->
                        write(new Aligner(net).align(log.variants(), limit, progress), log.cases(), generator));
    }

    static Duration limit(Arguments arguments) throws Misuse {
        return Duration.ofSeconds(arguments.whole("limit", LONGEST_SECONDS, 1, LONGEST_SECONDS));
    }

    private static void write(Alignments alignments, int traces, JsonGenerator answer) {
        answer.writeStartObject();
        answer.writeNumberProperty("total_cost", alignments.totalCost());
        answer.writeNumberProperty("average_trace_fitness", alignments.averageTraceFitness());
        answer.writeNumberProperty("log_fitness", alignments.logFitness());
        answer.writeNumberProperty("fitting_traces", alignments.fittingCases());
        answer.writeNumberProperty("traces", traces);
        answer.writeNumberProperty("shortest_model_path", alignments.shortestModelPath());
        answer.writeBooleanProperty("optimal", alignments.optimal());
        answer.writeObjectPropertyStart("cost_histogram");
        alignments.costHistogram().forEach((cost, cases) -> answer.writeNumberProperty(cost.toString(), cases));
        answer.writeEndObject();
        moves(answer, "log_moves", alignments.moves(Step.Kind.LOG));
        moves(answer, "model_moves", alignments.moves(Step.Kind.MODEL));
        answer.writeEndObject();
    }

    private static void moves(JsonGenerator answer, String name, Map<String, Long> moves) {
        answer.writeObjectPropertyStart(name);
        moves.forEach(answer::writeNumberProperty);
        answer.writeEndObject();
    }
}

package zhangfa.mining.command;

import java.io.IOException;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import zhangfa.mining.conformance.Replay;
import zhangfa.mining.conformance.TokenReplay;
import zhangfa.mining.read.LogRefused;

/** Token-based replay of a log on a model. */
final class ReplayTokens implements Verb {

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String usage() {
        return ModelArguments.USAGE + LogArguments.USAGE;
    }

    @Override
    public void run(Arguments arguments, JsonGenerator answer) throws IOException, LogRefused, Misuse, Refusal {
        ModelArguments.compare(
                arguments,
                Set.of(),
                answer,
                (log, net, progress, generator) ->
                        write(new TokenReplay(net).replay(log.variants(), progress), generator));
    }

    private static void write(Replay replay, JsonGenerator answer) {
        answer.writeStartObject();
        answer.writeNumberProperty("average_trace_fitness", replay.averageTraceFitness());
        answer.writeNumberProperty("log_fitness", replay.logFitness());
        answer.writeNumberProperty("fitting_traces", replay.fittingCases());
        answer.writeNumberProperty("traces", replay.cases());
        answer.writeNumberProperty("missing", replay.missing());
        answer.writeNumberProperty("consumed", replay.consumed());
        answer.writeNumberProperty("remaining", replay.remaining());
        answer.writeNumberProperty("produced", replay.produced());
        answer.writeBooleanProperty("exact", replay.exact());
        answer.writeEndObject();
    }
}

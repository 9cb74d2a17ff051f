package zhangfa.mining.command;

import java.io.IOException;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import zhangfa.mining.conformance.Quality;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.Progress;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.read.LogRefused;

/** How good a model is for a log. */
final class Measure implements Verb {

    @Override
    public String name() {
        return "quality";
    }

    @Override
    public String usage() {
        return ModelArguments.USAGE + LogArguments.USAGE;
    }

    @Override
    public void run(Arguments arguments, JsonGenerator answer) throws IOException, LogRefused, Misuse, Refusal {
        ModelArguments.compare(arguments, Set.of(), answer, Measure::write);
    }

    private static void write(EventLog log, PetriNet net, Progress progress, JsonGenerator answer) {
        var quality = Quality.of(net, log.variants(), progress);
        answer.writeStartObject();
        answer.writeNumberProperty("fitness", quality.fitness());
        answer.writeNumberProperty("precision", quality.precision());
        answer.writeNumberProperty("generalisation", quality.generalisation());
        answer.writeNumberProperty("simplicity", quality.simplicity());
        answer.writeEndObject();
    }
}

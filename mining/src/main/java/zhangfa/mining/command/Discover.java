package zhangfa.mining.command;

import java.io.IOException;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import zhangfa.mining.bpmn.BpmnFile;
import zhangfa.mining.bpmn.TreeDrawing;
import zhangfa.mining.discovery.InductiveMiner;
import zhangfa.mining.read.LogRefused;
import zhangfa.mining.read.Reading;

/** Finds the process tree of a log and draws it as BPMN. */
final class Discover implements Verb {

    @Override
    public String name() {
        return "discover";
    }

    @Override
    public String usage() {
        return "LOG [--noise 0…1] " + LogArguments.USAGE;
    }

    @Override
    public void run(Arguments arguments, JsonGenerator answer) throws IOException, LogRefused, Misuse, Refusal {
        var options = new TreeSet<>(LogArguments.OPTIONS);
        options.add("noise");
        arguments.only(options);
        var noise = noise(arguments.option("noise").orElse("0.2"));
        var file = arguments.files("LOG").getFirst();
        var log = LogArguments.read(file, arguments, Reading.USUAL.withoutAttributes());
        var tree = InductiveMiner.discover(log.variants(), noise);
        answer.writeStartObject();
        answer.writeStringProperty("tree", tree.toString());
        answer.writeStringProperty("bpmn", BpmnFile.write(TreeDrawing.of(tree)));
        answer.writeEndObject();
    }

    private static double noise(String given) throws Misuse {
        try {
            var noise = Double.parseDouble(given);
            if (noise >= 0 && noise <= 1) {
                return noise;
            }
        } catch (NumberFormatException none) {
            throw new Misuse("The noise is a share from 0 to 1, not " + given);
        }
        throw new Misuse("The noise is a share from 0 to 1, not " + given);
    }
}

package zhangfa.mining.command;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import zhangfa.mining.discovery.InductiveMiner;
import zhangfa.mining.drawing.BpmnFile;
import zhangfa.mining.drawing.LayeredDrawing;
import zhangfa.mining.drawing.TreeDrawing;
import zhangfa.mining.log.Variants;
import zhangfa.mining.read.LogRefused;
import zhangfa.mining.read.Reading;
import zhangfa.mining.split.SplitMiner;

/** Finds the model of a log, by one of two algorithms, and draws it as BPMN. */
final class Discover implements Verb {

    private static final String INDUCTIVE = "inductive";
    private static final String SPLIT = "split";

    @Override
    public String name() {
        return "discover";
    }

    @Override
    public String usage() {
        return "LOG [--algorithm inductive [--noise 0…1] | --algorithm split [--eta 0…1] [--epsilon 0…1]] "
                + LogArguments.USAGE;
    }

    @Override
    public void run(Arguments arguments, JsonGenerator answer) throws IOException, LogRefused, Misuse, Refusal {
        var algorithm = arguments.option("algorithm").orElse(INDUCTIVE);
        switch (algorithm) {
            case INDUCTIVE -> {
                var noise = arguments.share("noise", 0.2);
                inductive(log(arguments, Set.of("noise")), noise, answer);
            }
            case SPLIT -> {
                var eta = arguments.share("eta", SplitMiner.USUAL_ETA);
                var epsilon = arguments.share("epsilon", SplitMiner.USUAL_EPSILON);
                split(log(arguments, Set.of("eta", "epsilon")), eta, epsilon, answer);
            }
            default -> throw new Misuse("The algorithm is inductive or split, not " + algorithm);
        }
    }

    private static Variants log(Arguments arguments, Set<String> own) throws IOException, LogRefused, Misuse, Refusal {
        var options = new TreeSet<>(LogArguments.OPTIONS);
        options.add("algorithm");
        options.addAll(own);
        arguments.only(options);
        var file = arguments.files("LOG").getFirst();
        return LogArguments.read(file, arguments, Reading.USUAL.withoutAttributes())
                .variants();
    }

    private static void inductive(Variants variants, double noise, JsonGenerator answer) {
        var tree = InductiveMiner.discover(variants, noise);
        answer.writeStartObject();
        answer.writeStringProperty("algorithm", INDUCTIVE);
        answer.writeStringProperty("tree", tree.toString());
        answer.writeStringProperty("bpmn", BpmnFile.write(TreeDrawing.of(tree)));
        answer.writeEndObject();
    }

    private static void split(Variants variants, double eta, double epsilon, JsonGenerator answer) {
        var chart = SplitMiner.discover(variants, eta, epsilon);
        answer.writeStartObject();
        answer.writeStringProperty("algorithm", SPLIT);
        answer.writeStringProperty("bpmn", BpmnFile.write(LayeredDrawing.of(chart)));
        answer.writeEndObject();
    }
}

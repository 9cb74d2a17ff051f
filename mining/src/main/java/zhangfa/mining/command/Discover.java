package zhangfa.mining.command;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import zhangfa.mining.discovery.InductiveMiner;
import zhangfa.mining.drawing.BpmnFile;
import zhangfa.mining.drawing.Flowchart;
import zhangfa.mining.drawing.LayeredDrawing;
import zhangfa.mining.drawing.TreeDrawing;
import zhangfa.mining.log.Variants;
import zhangfa.mining.read.LogRefused;
import zhangfa.mining.read.Reading;
import zhangfa.mining.split.SplitMiner;
import zhangfa.mining.tree.ProcessTree;

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
                var log = log(arguments, Set.of("noise"));
                inductive(InductiveMiner.discover(log, noise, arguments.during("discovering")), answer);
            }
            case SPLIT -> {
                var eta = arguments.share("eta", SplitMiner.USUAL_ETA);
                var epsilon = arguments.share("epsilon", SplitMiner.USUAL_EPSILON);
                var log = log(arguments, Set.of("eta", "epsilon"));
                split(SplitMiner.discover(log, eta, epsilon, arguments.during("discovering")), answer);
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

    private static void inductive(ProcessTree tree, JsonGenerator answer) {
        answer.writeStartObject();
        answer.writeStringProperty("algorithm", INDUCTIVE);
        answer.writeStringProperty("tree", tree.toString());
        answer.writeStringProperty("bpmn", BpmnFile.write(TreeDrawing.of(tree)));
        answer.writeEndObject();
    }

    private static void split(Flowchart chart, JsonGenerator answer) {
        answer.writeStartObject();
        answer.writeStringProperty("algorithm", SPLIT);
        answer.writeStringProperty("bpmn", BpmnFile.write(LayeredDrawing.of(chart)));
        answer.writeEndObject();
    }
}

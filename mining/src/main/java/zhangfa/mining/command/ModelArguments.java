package zhangfa.mining.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import zhangfa.flow.ModelRefused;
import zhangfa.mining.bpmn.BpmnModel;
import zhangfa.mining.conformance.UnsoundNetException;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.Progress;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.net.Pnml;
import zhangfa.mining.net.UnboundedNetException;
import zhangfa.mining.read.LogRefused;
import zhangfa.mining.read.Reading;
import zhangfa.mining.tree.Ptml;
import zhangfa.mining.tree.TreeNet;

/** The verbs that compare a log with a model: {@code LOG MODEL}, the model by its ending PNML, BPMN or PTML. */
final class ModelArguments {

    static final String USAGE = "LOG MODEL.pnml|MODEL.bpmn|MODEL.ptml ";

    private ModelArguments() {}

    /** What is written when log and model are read. */
    interface Comparison {
        void write(EventLog log, PetriNet net, Progress progress, JsonGenerator answer) throws Misuse;
    }

    static void compare(Arguments arguments, Set<String> options, JsonGenerator answer, Comparison comparison)
            throws IOException, LogRefused, Misuse, Refusal {
        var all = new TreeSet<>(LogArguments.OPTIONS);
        all.addAll(options);
        arguments.only(all);
        var files = arguments.files("LOG", "MODEL");
        var net = net(files.get(1), BpmnModel::read);
        var log = LogArguments.read(files.get(0), arguments, Reading.USUAL.withoutAttributes());
        try {
            comparison.write(log, net, arguments.during("comparing"), answer);
        } catch (UnboundedNetException e) {
            throw new Refusal("This model cannot be played: " + e.getMessage() + " (place "
                    + net.places().get(e.place()).name() + ")");
        } catch (UnsoundNetException e) {
            throw new Refusal("This model cannot be played: " + e.getMessage());
        }
    }

    /** How BPMN becomes a net. */
    interface Drawn {
        PetriNet read(byte[] file) throws ModelRefused;
    }

    static PetriNet net(String file, Drawn drawn) throws IOException, Misuse, Refusal {
        var path = LogArguments.path(file);
        var name = file.toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".pnml")) {
                return Pnml.read(path);
            } else if (name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml")) {
                return drawn.read(Files.readAllBytes(path));
            } else if (name.endsWith(".ptml")) {
                return TreeNet.of(Ptml.read(path));
            }
        } catch (ModelRefused | IllegalArgumentException e) {
            throw new Refusal("This cannot be read as a model: " + e.getMessage());
        }
        throw new Misuse("A model ends in .pnml, .bpmn or .ptml: " + file);
    }
}

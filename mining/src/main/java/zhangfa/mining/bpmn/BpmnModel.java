package zhangfa.mining.bpmn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import zhangfa.flow.ModelRefused;
import zhangfa.flow.Xml;
import zhangfa.flow.XmlFile;
import zhangfa.mining.net.Fusion;
import zhangfa.mining.net.PetriNet;

/**
 * Reads BPMN 2.0 of any tool for conformance: what is asked is not how a process is executed, but which sequences of
 * activities it allows. Activities show their names; events, gateways and activities without a name are silent.
 */
public final class BpmnModel {

    private BpmnModel() {}

    /** Reads a file; see {@link #read(byte[])}. */
    public static PetriNet read(Path file) throws IOException, ModelRefused {
        return read(Files.readAllBytes(file));
    }

    /**
     * Reads the one process of a file as the net that plays its token game (BPMN 2.0.2, chapter 13), without silent
     * steps that change nothing.
     *
     * @throws ModelRefused naming element and line: no process with nodes or several, a flow that ends nowhere, complex
     *     gateways, ad-hoc and event sub-processes, sub-processes of several instances, more than ten flows at a node
     *     that chooses some of them
     */
    public static PetriNet read(byte[] file) throws ModelRefused {
        return Fusion.fused(readAsDrawn(file));
    }

    /**
     * The same with every silent step: for simulation, which decides at each gateway by itself. A choice is the transition
     * {@code gateway>flow}, with the ids of the file; one of several flows {@code gateway>flow1+flow2}.
     *
     * @throws ModelRefused as {@link #read(byte[])}
     */
    public static PetriNet readAsDrawn(byte[] file) throws ModelRefused {
        var root = XmlFile.read(file);
        var processes = root.descendants()
                .filter(element -> element.is(Xml.BPMN, "process") && Scope.holdsNodes(element))
                .toList();
        if (processes.size() != 1) {
            throw ModelRefused.at(
                    root, "one-process", "There are %d processes with nodes, one is asked".formatted(processes.size()));
        }
        return TokenGame.of(processes.getFirst());
    }
}

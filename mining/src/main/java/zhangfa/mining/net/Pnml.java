package zhangfa.mining.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import zhangfa.flow.ModelRefused;
import zhangfa.flow.XmlFile;

/** Reads PNML (ISO/IEC 15909-2), with the silent transitions and last markings that mining tools add to it. */
public final class Pnml {

    private Pnml() {}

    /** Reads a file; see {@link #read(byte[])}. */
    public static PetriNet read(Path file) throws IOException, ModelRefused {
        return read(Files.readAllBytes(file));
    }

    /**
     * Reads the one net of a file. A transition is silent when it has no name or a tool marks it {@code $invisible$}.
     * Without an initial marking a case begins with one token on the only place that nothing fills; without a last
     * marking it ends with one on the only place that nothing empties.
     *
     * @throws ModelRefused naming element and line: no net or several, an id twice, an arc that ends nowhere or joins
     *     two of a kind, a number that is none, an arc type that is not known, several last markings, no marking that
     *     could be meant
     */
    public static PetriNet read(byte[] file) throws ModelRefused {
        var root = XmlFile.read(file);
        var nets = root.descendants()
                .filter(element -> element.local().equals("net"))
                .toList();
        if (nets.size() != 1) {
            throw ModelRefused.at(root, "one-net", "There are %d nets, one is asked".formatted(nets.size()));
        }
        return new PnmlReading(nets.getFirst()).read();
    }
}

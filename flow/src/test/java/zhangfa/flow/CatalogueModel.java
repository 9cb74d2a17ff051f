package zhangfa.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A model of the catalogue and the trace that its comment says: a move and what is open after it on each line,
 * {@code A x=1 : B C}. Open are user tasks, and nodes at which a token waits for time, a message, a signal, a condition or
 * an action; {@code COMPLETED} and the like where the case is over. A line with {@code differs} says from where on Operaton
 * does otherwise, and why.
 */
record CatalogueModel(String name, String xml, List<Move> moves) {

    private static final Path ROOT = Path.of("src/test/resources/catalogue");
    private static final Path OTHERS = Path.of("src/test/resources/others");
    private static final Pattern TRACE = Pattern.compile("<!-- trace\\n(.*?)-->", Pattern.DOTALL);

    /** What is done, and what is open afterwards. */
    record Move(String said, List<String> open) {

        boolean differs() {
            return said.startsWith("differs");
        }

        List<String> words() {
            return List.of(said.split(" ", -1));
        }
    }

    static List<CatalogueModel> all() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(path -> path.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(CatalogueModel::read)
                    .toList();
        }
    }

    static CatalogueModel of(String name) {
        return read(ROOT.resolve(name + ".bpmn"));
    }

    /** In the manner of another tool. */
    static CatalogueModel other(String name) {
        return read(OTHERS.resolve(name + ".bpmn"));
    }

    private static CatalogueModel read(Path file) {
        try {
            var xml = Files.readString(file);
            var trace = TRACE.matcher(xml);
            if (!trace.find()) {
                throw new IllegalArgumentException("No trace in " + file);
            }
            return new CatalogueModel(
                    ROOT.relativize(file).toString(),
                    xml,
                    trace.group(1).lines().map(CatalogueModel::move).toList());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** For a runtime that carries everything. */
    FlowModel read() throws ModelRefused {
        return Bpmn.read(xml, ZoneOffset.UTC, EnumSet.allOf(Outside.class), decisions());
    }

    /** By which business-rule tasks decide. */
    static List<FlowDecision> decisions() throws ModelRefused {
        return FlowDecision.read(Samples.text("decisions/claims.dmn"), ZoneOffset.UTC);
    }

    private static Move move(String line) {
        var parts = line.split(" : ?", 2);
        var open = parts.length < 2
                ? List.<String>of()
                : Arrays.stream(parts[1].split(" ", -1))
                        .filter(word -> !word.isBlank())
                        .sorted()
                        .toList();
        return new Move(parts[0].strip(), open);
    }

    @Override
    public String toString() {
        return name;
    }
}

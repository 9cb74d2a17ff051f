package zhangfa.mining.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import zhangfa.flow.ModelRefused;
import zhangfa.flow.Xml;
import zhangfa.flow.XmlFile;

/** Reads process trees of ProM's PTML. */
public final class Ptml {

    private static final int DEEPEST = 200;
    private static final int LARGEST = 100_000;

    private final Map<String, Xml> nodes = new HashMap<>();
    private final Map<String, List<String>> parts = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int size;

    private Ptml() {}

    /** Reads a file; see {@link #read(byte[])}. */
    public static ProcessTree read(Path file) throws IOException, ModelRefused {
        return read(Files.readAllBytes(file));
    }

    /**
     * Reads the tree of a file. A loop of three parts is the loop of the first two followed by the third.
     *
     * @throws ModelRefused naming element and line: no tree or several, a node that is not there, part of itself, of an
     *     unknown kind, or with too few parts, more than 200 levels or 100,000 nodes
     */
    public static ProcessTree read(byte[] file) throws ModelRefused {
        var root = XmlFile.read(file);
        var trees = root.descendants()
                .filter(element -> element.local().equals("processTree"))
                .toList();
        if (trees.size() != 1) {
            throw ModelRefused.at(root, "one-tree", "There are %d trees, one is asked".formatted(trees.size()));
        }
        return new Ptml().tree(trees.getFirst());
    }

    private ProcessTree tree(Xml element) throws ModelRefused {
        for (var child : element.children()) {
            if (child.local().equals("parentsNode")) {
                parts.computeIfAbsent(named(child, "sourceId"), source -> new ArrayList<>())
                        .add(named(child, "targetId"));
            } else if (nodes.put(named(child, "id"), child) != null) {
                throw ModelRefused.at(child, "duplicate-id", "The id is used twice");
            }
        }
        return node(element, named(element, "root")).reduced();
    }

    private static String named(Xml element, String attribute) {
        return Objects.requireNonNullElse(element.attribute(attribute), "(" + attribute + " is missing)");
    }

    private ProcessTree node(Xml from, String id) throws ModelRefused {
        var element = nodes.get(id);
        if (element == null) {
            throw ModelRefused.at(from, "broken-reference", "There is no node " + id);
        }
        if (!open.add(id)) {
            throw ModelRefused.at(element, "part-of-itself", "The node is a part of itself");
        }
        if (open.size() > DEEPEST) {
            throw ModelRefused.at(element, "too-deep", "Nodes lie deeper than %d levels".formatted(DEEPEST));
        }
        // A node may be part of several others, so a small file can be a tree without end.
        if (++size > LARGEST) {
            throw ModelRefused.at(element, "too-large", "The tree has more than %d nodes".formatted(LARGEST));
        }
        var found = new ArrayList<ProcessTree>();
        for (var part : parts.getOrDefault(id, List.of())) {
            found.add(node(element, part));
        }
        open.remove(id);
        return switch (element.local()) {
            case "manualTask" -> new ProcessTree.Activity(String.valueOf(element.attribute("name")));
            case "automaticTask" -> ProcessTree.silent();
            case "sequence" -> block(element, Operator.SEQUENCE, found);
            case "xor" -> block(element, Operator.CHOICE, found);
            case "and" -> block(element, Operator.PARALLEL, found);
            case "or" -> block(element, Operator.INCLUSIVE, found);
            case "xorLoop" -> loop(element, found);
            default -> throw ModelRefused.at(element, "unknown-node", "Nodes of this kind are not known");
        };
    }

    private static ProcessTree loop(Xml element, List<ProcessTree> found) throws ModelRefused {
        if (found.size() != 3) {
            return block(element, Operator.LOOP, found);
        }
        var loop = block(element, Operator.LOOP, found.subList(0, 2));
        return ProcessTree.of(Operator.SEQUENCE, loop, found.get(2));
    }

    private static ProcessTree block(Xml element, Operator operator, List<ProcessTree> found) throws ModelRefused {
        if (found.size() < (operator == Operator.LOOP ? 2 : 1)) {
            throw ModelRefused.at(element, "too-few-parts", "A node of %d parts".formatted(found.size()));
        }
        return new ProcessTree.Block(operator, found);
    }
}

package zhangfa.mining.tree;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.net.PetriNetBuilder;
import zhangfa.mining.tree.ProcessTree.Activity;
import zhangfa.mining.tree.ProcessTree.Block;
import zhangfa.mining.tree.ProcessTree.Silent;

/** Writes a process tree as the workflow net of the same language. */
public final class TreeNet {

    private static final int WIDEST_INCLUSIVE_BLOCK = 10;

    private final PetriNetBuilder builder = new PetriNetBuilder("");

    private TreeNet() {}

    /** The net of a tree. @throws IllegalArgumentException when an inclusive block has more than ten parts */
    public static PetriNet of(ProcessTree tree) {
        var writing = new TreeNet();
        var source = writing.builder.place("source");
        var sink = writing.builder.place("sink");
        writing.write(tree, source, sink);
        return writing.builder.between(source, sink);
    }

    private void write(ProcessTree tree, int from, int to) {
        switch (tree) {
            case Activity activity -> transition(activity.name(), new int[] {from}, new int[] {to});
            case Silent silent -> transition(null, new int[] {from}, new int[] {to});
            case Block block -> {
                switch (block.operator()) {
                    case SEQUENCE -> sequence(block.parts(), from, to);
                    case CHOICE -> block.parts().forEach(part -> write(part, from, to));
                    case PARALLEL -> parallel(block.parts(), from, to);
                    case INCLUSIVE -> inclusive(block.parts(), from, to);
                    case LOOP -> loop(block.parts(), from, to);
                }
            }
        }
    }

    private void sequence(List<ProcessTree> parts, int from, int to) {
        var at = from;
        for (var i = 0; i < parts.size(); i++) {
            var next = i == parts.size() - 1 ? to : place();
            write(parts.get(i), at, next);
            at = next;
        }
    }

    private void parallel(List<ProcessTree> parts, int from, int to) {
        var begins = parts.stream().mapToInt(part -> place()).toArray();
        var ends = parts.stream().mapToInt(part -> place()).toArray();
        transition(null, new int[] {from}, begins);
        for (var i = 0; i < begins.length; i++) {
            write(parts.get(i), begins[i], ends[i]);
        }
        transition(null, ends, new int[] {to});
    }

    /** Every choice of at least one part puts the tokens of the parts left out where these end. */
    private void inclusive(List<ProcessTree> parts, int from, int to) {
        if (parts.size() > WIDEST_INCLUSIVE_BLOCK) {
            throw new IllegalArgumentException("An inclusive block of " + parts.size() + " parts");
        }
        var begins = parts.stream().mapToInt(part -> place()).toArray();
        var ends = parts.stream().mapToInt(part -> place()).toArray();
        for (var chosen = 1; chosen < 1 << begins.length; chosen++) {
            var chosenNow = chosen;
            var gives = IntStream.range(0, begins.length)
                    .map(i -> (chosenNow >> i & 1) == 1 ? begins[i] : ends[i])
                    .toArray();
            transition(null, new int[] {from}, gives);
        }
        for (var i = 0; i < begins.length; i++) {
            write(parts.get(i), begins[i], ends[i]);
        }
        transition(null, ends, new int[] {to});
    }

    private void loop(List<ProcessTree> parts, int from, int to) {
        var before = place();
        var after = place();
        transition(null, new int[] {from}, new int[] {before});
        write(parts.getFirst(), before, after);
        for (var back : parts.subList(1, parts.size())) {
            write(back, after, before);
        }
        transition(null, new int[] {after}, new int[] {to});
    }

    private int place() {
        return builder.place("p" + builder.places());
    }

    private void transition(@Nullable String label, int[] takes, int[] gives) {
        builder.transition("t" + builder.transitions(), label, takes, gives);
    }
}

package zhangfa.mining.tree;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Process trees of every shape. */
public final class RandomTrees {

    private RandomTrees() {}

    /** Trees at most this deep, over a few activities that may stand on several leaves. */
    public static Arbitrary<ProcessTree> deep(int levels) {
        var leaf = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.of("a", "b", "c", "d", "e").map(RandomTrees::activity)),
                Tuple.of(1, Arbitraries.create(ProcessTree::silent)));
        if (levels == 0) {
            return leaf;
        }
        var block = Arbitraries.of(Operator.values())
                .flatMap(operator -> deep(levels - 1)
                        .list()
                        .ofMinSize(operator == Operator.LOOP ? 2 : 1)
                        .ofMaxSize(3)
                        .map(parts -> block(operator, parts)));
        return Arbitraries.frequencyOf(Tuple.of(1, leaf), Tuple.of(4, block));
    }

    private static ProcessTree activity(String name) {
        return new ProcessTree.Activity(name);
    }

    private static ProcessTree block(Operator operator, List<ProcessTree> parts) {
        return new ProcessTree.Block(operator, new ArrayList<>(parts));
    }
}

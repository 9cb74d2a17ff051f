package zhangfa.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * All small processes and all that can be done in them, in every order. The build looks at some of them, by a printed seed;
 * {@code -Dsmall.sample=0} looks at all ({@code bin/check}).
 */
class SmallScopeTests {

    private static final int NODES = Integer.getInteger("small.nodes", 6);

    /** How many models of each size; 0 for all. */
    private static final int SAMPLE = Integer.getInteger("small.sample", 2);

    /** Commands in a row in the largest models, one more for each node less, up to so many more. */
    private static final int DEPTH = Integer.getInteger("small.depth", 2);

    private static final int DEEPER = SAMPLE == 0 ? 3 : 1;
    private static final long SEED = Long.getLong("small.seed", System.nanoTime());

    @Test
    void everySmallProcessGoesRightWhateverIsDone() {
        var proof = new Proof("all small processes, and all that can be done in them");
        var extent = IntStream.rangeClosed(1, NODES)
                .mapToObj(nodes -> explored(proof, nodes, depth(nodes)))
                .reduce(new Explorer.Extent(0, 0, 0), Explorer.Extent::plus);
        proof.conclude(
                "%,d models of at most %d nodes, %,d states, %,d commands, %d to %d in a row"
                        .formatted(extent.models(), NODES, extent.states(), extent.commands(), depth(NODES), depth(1)),
                SAMPLE > 0 ? String.valueOf(SEED) : "all");
    }

    private static int depth(int nodes) {
        return DEPTH + Math.min(DEEPER, NODES - nodes);
    }

    private static Explorer.Extent explored(Proof proof, int nodes, int depth) {
        return some(Small.models(nodes)).parallelStream()
                .map(Explorer::new)
                .map(explorer -> {
                    proof.of(explorer, () -> explorer.explore(depth));
                    return explorer.extent();
                })
                .reduce(new Explorer.Extent(0, 0, 0), Explorer.Extent::plus);
    }

    private static List<Block> some(List<Block> models) {
        if (SAMPLE == 0) {
            return models;
        }
        var shuffled = new ArrayList<>(models);
        Collections.shuffle(shuffled, new Random(SEED));
        return shuffled.subList(0, Math.min(SAMPLE, models.size()));
    }
}

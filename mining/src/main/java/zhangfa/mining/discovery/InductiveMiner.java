package zhangfa.mining.discovery;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import zhangfa.mining.log.Progress;
import zhangfa.mining.log.Variants;
import zhangfa.mining.tree.Operator;
import zhangfa.mining.tree.ProcessTree;

/**
 * The Inductive Miner, infrequent (Leemans, Fahland, van der Aalst 2013 and 2014): divides the log along the cuts of
 * its directly-follows graph until single activities are left. The tree is sound in any case; without noise to be left
 * out it allows every case of the log.
 */
public final class InductiveMiner {

    private final double noise;
    private final List<String> names;
    private final Progress progress;
    private int found;

    private final BiFunction<SubLog, Cut, List<SubLog>> splitting;

    private InductiveMiner(
            double noise, List<String> names, BiFunction<SubLog, Cut, List<SubLog>> splitting, Progress progress) {
        this.noise = noise;
        this.names = names;
        this.splitting = splitting;
        this.progress = progress;
    }

    /**
     * Discovers the tree of a log.
     *
     * @param noise from 0 (nothing is left out) to 1: a way on is left out when it is rarer than this share of the
     *     strongest way on from the same activity, but only where no cut is found otherwise
     */
    public static ProcessTree discover(Variants variants, double noise) {
        return discover(variants, noise, Progress.NONE);
    }

    /**
     * The same, followed by the activities that have found their place.
     *
     * @throws java.util.concurrent.CancellationException when the progress ended it
     */
    public static ProcessTree discover(Variants variants, double noise, Progress progress) {
        return discover(variants, noise, Splitting::split, progress);
    }

    static ProcessTree discover(
            Variants variants, double noise, BiFunction<SubLog, Cut, List<SubLog>> splitting, Progress progress) {
        if (!(noise >= 0 && noise <= 1)) {
            throw new IllegalArgumentException("Noise is a share from 0 to 1, not " + noise);
        }
        var names = variants.activities().stream().distinct().sorted().toList();
        var numbers = variants.activities().stream().mapToInt(names::indexOf).toArray();
        var log = new SubLog();
        for (var variant = 0; variant < variants.size(); variant++) {
            var events = IntStream.of(variants.sequences()[variant])
                    .map(activity -> numbers[activity])
                    .toArray();
            log.add(events, variants.counts()[variant]);
        }
        return new InductiveMiner(noise, names, splitting, progress).tree(log).reduced();
    }

    private ProcessTree tree(SubLog log) {
        look();
        var empty = log.emptyCases();
        if (empty > 0 && empty < log.cases()) {
            var rest = tree(log.withoutEmptyCases());
            return empty > noise * log.cases() ? ProcessTree.of(Operator.CHOICE, ProcessTree.silent(), rest) : rest;
        }
        if (log.longest() == 0) {
            return ProcessTree.silent();
        }
        var follows = Follows.of(log, names.size(), -1);
        if (log.size() == 1 && log.longest() == 1) {
            found++;
            return new ProcessTree.Activity(names.get(follows.activity(0)));
        }
        var cut = Cut.of(follows, names.size());
        if (cut == null && noise > 0) {
            cut = Cut.of(follows.withoutNoise(noise), names.size());
        }
        if (cut != null) {
            return block(cut.operator(), splitting.apply(log, cut));
        }
        var fallThrough = FallThrough.of(log, follows, names.size(), this::look);
        return block(fallThrough.operator(), fallThrough.parts());
    }

    private void look() {
        progress.tell(found, names.size());
    }

    private ProcessTree block(Operator operator, List<SubLog> parts) {
        return new ProcessTree.Block(operator, parts.stream().map(this::tree).toList());
    }
}

package zhangfa.mining.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhangfa.mining.log.Progress;
import zhangfa.mining.log.Variants;
import zhangfa.mining.net.PetriNet;

/**
 * Optimal alignments of cases with runs of a net (Adriansyah 2014) under the standard unit costs.
 *
 * <p>The states of the net are played once and shared by all cases; alignments are remembered by the sequence of
 * activities, so a second log on the same model costs only what is new in it. Not for several threads.
 */
public final class Aligner {

    static final Duration FOREVER = Duration.ofDays(10_000);

    private final PetriNet net;
    private final Labels labels;
    private final AlignmentSearch search;
    private final Map<List<String>, Alignment> known = new HashMap<>();

    public Aligner(PetriNet net) {
        this.net = net;
        this.labels = Labels.of(net);
        this.search = new AlignmentSearch(new StateGraph(net), labels.ofTransition());
    }

    /** Aligns every variant, however long it takes. */
    public Alignments align(Variants variants) {
        return align(variants, FOREVER);
    }

    /**
     * Aligns each variant once; those for which the time does not suffice are given with a lower bound of their cost.
     *
     * @throws UnsoundNetException when no run of the net reaches its last marking
     */
    public Alignments align(Variants variants, Duration limit) {
        return align(variants, limit, Progress.NONE);
    }

    /**
     * The same, followed variant by variant, and between two of them where one takes long.
     *
     * @throws UnsoundNetException when no run of the net reaches its last marking
     * @throws java.util.concurrent.CancellationException when the progress ended it; what was found is remembered
     */
    public Alignments align(Variants variants, Duration limit, Progress progress) {
        var deadline = System.nanoTime() + limit.toNanos();
        var shortest = align(List.of(), Long.MAX_VALUE / 2 + System.nanoTime(), () -> progress.tell(0, variants.size()))
                .cost();
        var found = new ArrayList<Alignment>(variants.size());
        for (var sequence : variants.sequences()) {
            var activities = Arrays.stream(sequence)
                    .mapToObj(activity -> variants.activities().get(activity))
                    .toList();
            found.add(align(activities, deadline, () -> progress.tell(found.size(), variants.size())));
        }
        return new Alignments(variants, found, shortest);
    }

    /** The alignment of one sequence of activities. */
    public Alignment align(List<String> activities) {
        return align(activities, System.nanoTime() + FOREVER.toNanos(), () -> {});
    }

    private Alignment align(List<String> activities, long deadline, Runnable look) {
        look.run();
        var remembered = known.get(activities);
        if (remembered != null) {
            return remembered;
        }
        if (!search.run(labels.numbers(activities), deadline, look)) {
            return new Alignment(search.cost(), false, List.of());
        }
        var alignment = new Alignment(search.cost(), true, steps(activities));
        known.put(activities, alignment);
        return alignment;
    }

    private List<Step> steps(List<String> activities) {
        var moves = search.moves();
        var steps = new ArrayList<Step>(moves.length / 2);
        for (var i = 0; i < moves.length; i += 2) {
            steps.add(step(moves[i], moves[i + 1] == 1, activities));
        }
        return steps;
    }

    private Step step(int move, boolean inLog, List<String> activities) {
        if (move < 0) {
            return new Step(Step.Kind.LOG, activities.get(~move), null);
        }
        var transition = net.transitions().get(move);
        var kind = transition.isSilent() ? Step.Kind.SILENT : inLog ? Step.Kind.BOTH : Step.Kind.MODEL;
        return new Step(kind, transition.label(), transition.id());
    }
}

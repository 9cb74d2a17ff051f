package zhangfa.mining.conformance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import zhangfa.mining.log.Variants;

/**
 * The alignments of all cases of a log.
 *
 * @param variants what was aligned
 * @param found the alignment of each variant, in their order
 * @param shortestModelPath the fewest visible steps of any run of the model
 */
public record Alignments(Variants variants, List<Alignment> found, int shortestModelPath) {

    public Alignments {
        found = List.copyOf(found);
    }

    /** Whether every alignment is optimal; if not, the costs are lower bounds and the fitness an upper bound. */
    public boolean optimal() {
        return found.stream().allMatch(Alignment::optimal);
    }

    public long fittingCases() {
        return sum(variant -> found.get(variant).fits() ? 1 : 0);
    }

    /** The cost of all cases. */
    public long totalCost() {
        return sum(variant -> found.get(variant).cost());
    }

    /** What all cases would cost if log and model agreed nowhere. */
    public long worstCost() {
        return sum(this::worstCost);
    }

    /** 1 minus the total cost over the worst cost; 1 where nothing could go wrong. */
    public double logFitness() {
        return fitness(totalCost(), worstCost());
    }

    /** The mean of the fitness of the cases; 1 for a log without cases. */
    public double averageTraceFitness() {
        var sum = 0.0;
        for (var variant = 0; variant < found.size(); variant++) {
            sum += variants.counts()[variant] * fitness(variant);
        }
        var cases = variants.cases();
        return cases == 0 ? 1 : sum / cases;
    }

    /** 1 minus the cost of a case over what it would cost if it and the model agreed nowhere. */
    public double fitness(int variant) {
        return fitness(found.get(variant).cost(), worstCost(variant));
    }

    /** How many cases have which cost. */
    public Map<Integer, Long> costHistogram() {
        var histogram = new TreeMap<Integer, Long>();
        for (var variant = 0; variant < found.size(); variant++) {
            histogram.merge(found.get(variant).cost(), (long) variants.counts()[variant], Long::sum);
        }
        return histogram;
    }

    /** How often all cases together move in this way, by activity; several cheapest ways may differ in this. */
    public Map<String, Long> moves(Step.Kind kind) {
        var moves = new TreeMap<String, Long>();
        for (var variant = 0; variant < found.size(); variant++) {
            var cases = (long) variants.counts()[variant];
            for (var step : found.get(variant).steps()) {
                if (step.kind() == kind && step.activity() != null) {
                    moves.merge(step.activity(), cases, Long::sum);
                }
            }
        }
        return moves;
    }

    private long worstCost(int variant) {
        return variants.sequences()[variant].length + (long) shortestModelPath;
    }

    private static double fitness(long cost, long worst) {
        return worst == 0 ? 1 : 1 - (double) cost / worst;
    }

    private long sum(IntToLongFunction ofVariant) {
        var sum = 0L;
        for (var variant = 0; variant < found.size(); variant++) {
            sum += variants.counts()[variant] * ofVariant.applyAsLong(variant);
        }
        return sum;
    }
}

package zhangfa.mining.conformance;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What token replay found.
 *
 * @param variants in the order of the log's variants
 * @param counts how many cases took each variant
 * @param exact false when a search through silent firings was cut short, so that a case may be better than it is shown
 */
@SuppressWarnings("ArrayRecordComponent") // shared with the log's variants
public record Replay(List<Variant> variants, int[] counts, boolean exact) {

    /**
     * Tokens of one variant; {@code produced + missing == consumed + remaining}.
     *
     * @param missing tokens put in so that the case could go on
     * @param consumed tokens taken, those of the last marking included
     * @param remaining tokens left when the case was over
     * @param produced tokens given, those of the first marking included
     */
    public record Variant(int missing, int consumed, int remaining, int produced) {

        public boolean fits() {
            return missing == 0 && remaining == 0;
        }

        /** Half for tokens that were not missing, half for tokens that did not remain; 1 when the case fits. */
        public double fitness() {
            return Replay.fitness(missing, consumed, remaining, produced);
        }

        boolean isBetterThan(Variant other) {
            var wrong = missing + remaining;
            var wrongToo = other.missing + other.remaining;
            return wrong != wrongToo ? wrong < wrongToo : consumed + produced < other.consumed + other.produced;
        }
    }

    public long cases() {
        return total(variant -> 1);
    }

    public long fittingCases() {
        return total(variant -> variant.fits() ? 1 : 0);
    }

    public long missing() {
        return total(Variant::missing);
    }

    public long consumed() {
        return total(Variant::consumed);
    }

    public long remaining() {
        return total(Variant::remaining);
    }

    public long produced() {
        return total(Variant::produced);
    }

    /** The fitness of the tokens of all cases together; 1 for a log without cases. */
    public double logFitness() {
        return fitness(missing(), consumed(), remaining(), produced());
    }

    /** The mean of the fitness of the cases; 1 for a log without cases. */
    public double averageTraceFitness() {
        var cases = 0L;
        var sum = 0.0;
        for (var i = 0; i < counts.length; i++) {
            cases += counts[i];
            sum += counts[i] * variants.get(i).fitness();
        }
        return cases == 0 ? 1 : sum / cases;
    }

    private long total(ToLongFunction<Variant> figure) {
        var total = 0L;
        for (var i = 0; i < counts.length; i++) {
            total += counts[i] * figure.applyAsLong(variants.get(i));
        }
        return total;
    }

    private static double fitness(long missing, long consumed, long remaining, long produced) {
        var taken = consumed == 0 ? 1 : 1 - (double) missing / consumed;
        var left = produced == 0 ? 1 : 1 - (double) remaining / produced;
        return (taken + left) / 2;
    }
}

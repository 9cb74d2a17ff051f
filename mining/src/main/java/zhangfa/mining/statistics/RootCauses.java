package zhangfa.mining.statistics;

import static zhangfa.mining.log.EventLog.NOBODY;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import zhangfa.mining.log.Column;
import zhangfa.mining.log.EventLog;

/**
 * A decision tree that tells apart, by what a case is, did and who did it, the cases that somebody does not want (slow ones, deviating ones) from the others. It
 * splits where chi-square is largest and only where that is significant after dividing the level by the number of properties tried (conditional inference in the
 * manner of Kass, <i>CHAID</i>, 1980), so that chance seldom grows a branch. It shows what goes together, which need not be the cause.
 *
 * @param cause what this node splits by; null where nothing significant is left
 * @param cases how many cases reach it
 * @param unwanted how many of them are unwanted
 * @param with the node of the cases that have the property; null in a leaf
 * @param without the node of the others; null in a leaf
 */
public record RootCauses(
        @Nullable Cause cause,
        int cases,
        int unwanted,
        @Nullable RootCauses with,
        @Nullable RootCauses without) {

    private static final double LEVEL = 0.01;
    private static final int SMALLEST = 5;
    private static final int DEEPEST = 4;
    private static final int THRESHOLDS = 16;
    private static final int MOST_VALUES = 100;

    /** Grows the tree of a log. Attributes of cases with more than 100 distinct texts are names and say nothing. */
    public static RootCauses of(EventLog log, IntPredicate unwanted) {
        var bad = new BitSet(log.cases());
        for (var i = 0; i < log.cases(); i++) {
            bad.set(i, unwanted.test(i));
        }
        var all = new BitSet(log.cases());
        all.set(0, log.cases());
        return grow(new Properties(log).all(), all, bad, 0);
    }

    private static RootCauses grow(Map<String, BitSet> properties, BitSet cases, BitSet bad, int depth) {
        var best = depth == DEEPEST ? Optional.<Map.Entry<String, BitSet>>empty() : best(properties, cases, bad);
        var size = cases.cardinality();
        var hits = both(cases, bad).cardinality();
        if (best.isEmpty()) {
            return new RootCauses(null, size, hits, null, null);
        }
        var property = best.get();
        var with = both(cases, property.getValue());
        var without = (BitSet) cases.clone();
        without.andNot(property.getValue());
        return new RootCauses(
                cause(property.getKey(), with, without, bad, properties.size()),
                size,
                hits,
                grow(properties, with, bad, depth + 1),
                grow(properties, without, bad, depth + 1));
    }

    private static Cause cause(String property, BitSet with, BitSet without, BitSet bad, int tried) {
        var probability = Significance.probability(chiSquare(with, without, bad));
        return new Cause(
                property, with.cardinality(), share(with, bad), share(without, bad), Math.min(1, probability * tried));
    }

    private static Optional<Map.Entry<String, BitSet>> best(Map<String, BitSet> properties, BitSet cases, BitSet bad) {
        var limit = Significance.chiSquare(LEVEL / Math.max(1, properties.size()));
        Map.Entry<String, BitSet> best = null;
        for (var property : properties.entrySet()) {
            var with = both(cases, property.getValue());
            var without = (BitSet) cases.clone();
            without.andNot(with);
            var statistic = chiSquare(with, without, bad);
            if (Math.min(with.cardinality(), without.cardinality()) >= SMALLEST && statistic > limit) {
                limit = statistic;
                best = property;
            }
        }
        return Optional.ofNullable(best);
    }

    private static double chiSquare(BitSet with, BitSet without, BitSet bad) {
        return Significance.chiSquare(
                both(with, bad).cardinality(),
                with.cardinality(),
                both(without, bad).cardinality(),
                without.cardinality());
    }

    private static double share(BitSet cases, BitSet bad) {
        return cases.isEmpty() ? 0 : (double) both(cases, bad).cardinality() / cases.cardinality();
    }

    private static BitSet both(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    /** What may be said of cases, and of which of them it is true. */
    private static final class Properties {

        private final EventLog log;
        private final Map<String, BitSet> found = new TreeMap<>();

        Properties(EventLog log) {
            this.log = log;
        }

        Map<String, BitSet> all() {
            for (var i = 0; i < log.cases(); i++) {
                for (var event = log.first(i); event < log.last(i); event++) {
                    set("does " + log.activities().get(log.activity(event)), i);
                    if (log.resource(event) != NOBODY) {
                        set("involves " + log.resources().get(log.resource(event)), i);
                    }
                }
            }
            log.caseAttributes().values().forEach(this::attribute);
            return found;
        }

        private void set(String property, int caseNumber) {
            found.computeIfAbsent(property, key -> new BitSet(log.cases())).set(caseNumber);
        }

        private void attribute(Column column) {
            if (column.values().stream().allMatch(Number.class::isInstance)) {
                number(column);
            } else if (column.values().size() <= MOST_VALUES) {
                for (var i = 0; i < log.cases(); i++) {
                    var value = column.value(i);
                    if (value != null) {
                        set(column.key() + " = " + value, i);
                    }
                }
            }
        }

        private void number(Column column) {
            for (var threshold : thresholds(column)) {
                for (var i = 0; i < log.cases(); i++) {
                    if (column.value(i) instanceof Number number && number.doubleValue() > threshold) {
                        set(column.key() + " > " + threshold, i);
                    }
                }
            }
        }

        private List<Double> thresholds(Column column) {
            var numbers = new ArrayList<Double>();
            for (var i = 0; i < log.cases(); i++) {
                if (column.value(i) instanceof Number number) {
                    numbers.add(number.doubleValue());
                }
            }
            var sorted =
                    numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            var thresholds = new TreeSet<Double>();
            for (var i = 1; i < THRESHOLDS && sorted.length > 0; i++) {
                thresholds.add(sorted[(int) ((long) i * sorted.length / THRESHOLDS)]);
            }
            return List.copyOf(thresholds);
        }
    }
}

package zhangfa.mining.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.mining.log.EventLog;

/**
 * Where a process suddenly changed. Cases are taken in the order of the log ({@link EventLog#byBeginning} where that is not the order of time); before
 * and after each of them, as many cases are compared by which
 * activities happen in them, and after which others (the relations of Bose, van der Aalst, Žliobaitė and Pechenizkiy, <i>Dealing with Concept Drifts in Process
 * Mining</i>, 2014). Each relation is tested by itself, whether the share of cases that have it differs (chi-square, one degree of freedom), and the level is
 * divided by the number of all tests (Bonferroni), so that in a process that never changed a drift is found with the probability of the level at most.
 *
 * @param firstCase the number of the first case of the new behaviour
 * @param caseName its name
 * @param relations what changed, the clearest first
 */
public record Drift(int firstCase, String caseName, List<Change> relations) {

    /**
     * A relation whose share of cases changed.
     *
     * @param from what {@code to} happens after, at once or later; null where it happens at all
     */
    public record Change(@Nullable String from, String to, double shareBefore, double shareAfter) {}

    private static final double LEVEL = 0.01;

    /** Finds changes between which there are at least {@code window} cases. */
    public static List<Drift> in(EventLog log, int window) {
        return new Search(log, window).drifts();
    }

    private static final class Search {

        private final EventLog log;
        private final int window;
        private final int[][] relations;
        private final List<int[]> pairs = new ArrayList<>();
        private final int[] before;
        private final int[] after;

        Search(EventLog log, int window) {
            if (window < 10) {
                throw new IllegalArgumentException("A window of fewer than 10 cases shows nothing: " + window);
            }
            this.log = log;
            this.window = window;
            this.relations = Relations.of(log, pairs);
            this.before = new int[pairs.size()];
            this.after = new int[pairs.size()];
        }

        List<Drift> drifts() {
            var cases = relations.length;
            if (cases < 2 * window || pairs.isEmpty()) {
                return List.of();
            }
            var tests = (double) pairs.size() * (cases - 2 * window + 1);
            var limit = Significance.chiSquare(LEVEL / tests);
            var scores = new double[cases];
            compare(window);
            for (var at = window; at + window <= cases; at++) {
                scores[at] = score(limit);
                move(at);
            }
            return peaks(scores).stream().map(at -> drift(at, limit)).toList();
        }

        private void compare(int at) {
            Arrays.fill(before, 0);
            Arrays.fill(after, 0);
            for (var i = at - window; i < at + window; i++) {
                count(i < at ? before : after, i, 1);
            }
        }

        private void move(int at) {
            if (at + window < relations.length) {
                count(before, at - window, -1);
                count(before, at, 1);
                count(after, at, -1);
                count(after, at + window, 1);
            }
        }

        private void count(int[] counts, int place, int by) {
            for (var relation : relations[place]) {
                counts[relation] += by;
            }
        }

        /** How clear the change is, added up over the relations that each show it; 0 where none does. */
        private double score(double limit) {
            var score = 0.0;
            for (var i = 0; i < before.length; i++) {
                var one = Significance.chiSquare(before[i], window, after[i], window);
                score += one > limit ? one : 0;
            }
            return score;
        }

        private List<Integer> peaks(double[] scores) {
            var places = new ArrayList<Integer>();
            for (var i = 0; i < scores.length; i++) {
                if (scores[i] > 0) {
                    places.add(i);
                }
            }
            places.sort(Comparator.comparingDouble(i -> -scores[i]));
            var peaks = new ArrayList<Integer>();
            for (var place : places) {
                if (peaks.stream().allMatch(peak -> Math.abs(peak - place) >= window)) {
                    peaks.add(place);
                }
            }
            peaks.sort(Comparator.naturalOrder());
            return peaks;
        }

        private Drift drift(int at, double limit) {
            compare(at);
            var changes = new ArrayList<Integer>();
            for (var i = 0; i < before.length; i++) {
                if (Significance.chiSquare(before[i], window, after[i], window) > limit) {
                    changes.add(i);
                }
            }
            changes.sort(Comparator.comparingInt(i -> -Math.abs(before[i] - after[i])));
            return new Drift(
                    at, log.caseName(at), changes.stream().map(this::change).toList());
        }

        private Change change(int relation) {
            var pair = pairs.get(relation);
            var names = log.activities();
            return new Change(
                    pair[0] == Relations.BEGINNING ? null : names.get(pair[0]),
                    names.get(pair[1]),
                    (double) before[relation] / window,
                    (double) after[relation] / window);
        }
    }
}

package zhangfa.mining.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.Variants;

/**
 * The directly-follows graph of a log (van der Aalst, <i>Process Mining</i>, 2016, ch. 6): how often an activity came right after another in the same
 * case, and which activities began and ended cases. {@link LiveGraph} counts while events
 * arrive.
 */
public final class DirectlyFollows {

    /** An edge: how often {@code to} came right after {@code from}. */
    public record Edge(String from, String to, long count) {}

    static final Comparator<Edge> OFTEN_FIRST = Comparator.comparingLong(Edge::count)
            .reversed()
            .thenComparing(Edge::from)
            .thenComparing(Edge::to);

    private final PairCounts pairs;
    private final List<String> activities;
    private final long[] occurrences;
    private final long[] starts;
    private final long[] ends;

    private DirectlyFollows(List<String> activities) {
        this.activities = activities;
        this.pairs = new PairCounts(activities.size());
        this.occurrences = new long[activities.size()];
        this.starts = new long[activities.size()];
        this.ends = new long[activities.size()];
    }

    public static DirectlyFollows of(EventLog log) {
        var graph = new DirectlyFollows(log.activities());
        for (var i = 0; i < log.cases(); i++) {
            var from = log.first(i);
            var to = log.last(i);
            if (from == to) {
                continue;
            }
            var before = log.activity(from);
            graph.starts[before]++;
            graph.occurrences[before]++;
            for (var event = from + 1; event < to; event++) {
                var activity = log.activity(event);
                graph.occurrences[activity]++;
                graph.pairs.add(before, activity, 1);
                before = activity;
            }
            graph.ends[before]++;
        }
        return graph;
    }

    /** The same from variants, which have the same graph as their log. */
    public static DirectlyFollows of(Variants variants) {
        var graph = new DirectlyFollows(variants.activities());
        for (var i = 0; i < variants.size(); i++) {
            graph.add(variants.sequences()[i], variants.counts()[i]);
        }
        return graph;
    }

    private void add(int[] sequence, int count) {
        for (var i = 0; i < sequence.length; i++) {
            occurrences[sequence[i]] += count;
            if (i > 0) {
                pairs.add(sequence[i - 1], sequence[i], count);
            }
        }
        if (sequence.length > 0) {
            starts[sequence[0]] += count;
            ends[sequence[sequence.length - 1]] += count;
        }
    }

    public List<String> activities() {
        return activities;
    }

    /** How often {@code to} came right after {@code from}; both are positions in the activities. */
    public long count(int from, int to) {
        return pairs.of(from, to);
    }

    /** How many events are of this activity. */
    public long occurrences(int activity) {
        return occurrences[activity];
    }

    /** How many cases began with this activity. */
    public long starts(int activity) {
        return starts[activity];
    }

    /** How many cases ended with this activity. */
    public long ends(int activity) {
        return ends[activity];
    }

    /** All edges, the most frequent first, equal ones by name. */
    public List<Edge> edges() {
        return pairs.edges(activities);
    }

    public Map<String, Long> startActivities() {
        return named(starts);
    }

    public Map<String, Long> endActivities() {
        return named(ends);
    }

    public Map<String, Long> activityCounts() {
        return named(occurrences);
    }

    private Map<String, Long> named(long[] counts) {
        var named = new TreeMap<String, Long>();
        for (var i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                named.put(activities.get(i), counts[i]);
            }
        }
        return named;
    }
}

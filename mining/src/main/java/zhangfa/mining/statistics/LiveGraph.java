package zhangfa.mining.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A directly-follows graph that grows as events arrive, each in constant time. Events of one case must arrive in their order. Of a case it remembers the
 * last event only, and nothing once the case has ended. Not safe for several threads.
 */
public final class LiveGraph {

    private record Last(String activity, long time) {}

    /** How often an edge was taken, and how long that took all together, in microseconds. */
    public record Taken(long count, long time) {

        /** The mean time of an edge; 0 where it was never taken. */
        public double mean() {
            return count == 0 ? 0 : (double) time / count;
        }
    }

    private final Map<String, Last> open = new HashMap<>();
    private final Map<List<String>, Taken> edges = new HashMap<>();
    private final Map<String, Long> starts = new TreeMap<>();
    private final Map<String, Long> ends = new TreeMap<>();

    /** An event of a case, with its time in microseconds since 1970. */
    public void arrive(String caseName, String activity, long time) {
        var last = open.put(caseName, new Last(activity, time));
        if (last == null) {
            starts.merge(activity, 1L, Long::sum);
        } else {
            edges.merge(
                    List.of(last.activity(), activity),
                    new Taken(1, time - last.time()),
                    (one, other) -> new Taken(one.count() + other.count(), one.time() + other.time()));
        }
    }

    /** The case has no more events. */
    public void end(String caseName) {
        var last = open.remove(caseName);
        if (last != null) {
            ends.merge(last.activity(), 1L, Long::sum);
        }
    }

    /** What is known of an edge so far. */
    public Taken edge(String from, String to) {
        return edges.getOrDefault(List.of(from, to), new Taken(0, 0));
    }

    /** All edges so far, the most frequent first, equal ones by name. */
    public List<DirectlyFollows.Edge> edges() {
        var all = new ArrayList<DirectlyFollows.Edge>();
        edges.forEach(
                (pair, taken) -> all.add(new DirectlyFollows.Edge(pair.getFirst(), pair.getLast(), taken.count())));
        all.sort(DirectlyFollows.OFTEN_FIRST);
        return all;
    }

    /** How many cases began with each activity. */
    public Map<String, Long> startActivities() {
        return Map.copyOf(starts);
    }

    /** How many cases that ended did so with each activity. */
    public Map<String, Long> endActivities() {
        return Map.copyOf(ends);
    }

    /** How many cases have not ended. */
    public int open() {
        return open.size();
    }
}

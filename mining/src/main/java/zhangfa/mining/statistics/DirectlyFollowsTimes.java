package zhangfa.mining.statistics;

import static zhangfa.mining.log.EventLog.NO_TIME;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhangfa.mining.log.EventLog;

/** The directly-follows graph with the time that passed on each edge. */
public final class DirectlyFollowsTimes {

    /** An edge and how long it took. */
    public record Edge(String from, String to, Durations durations) {}

    private static final Comparator<Edge> OFTEN_FIRST = Comparator.comparingInt(
                    (Edge edge) -> -edge.durations().count())
            .thenComparing(Edge::from)
            .thenComparing(Edge::to);

    private DirectlyFollowsTimes() {}

    /** From the end of one event to the end of the next. */
    public static List<Edge> endToEnd(EventLog log) {
        return of(log, false);
    }

    /** From the end of one event to the start of the next: waiting, negative where the two overlap. */
    public static List<Edge> endToStart(EventLog log) {
        return of(log, true);
    }

    private static List<Edge> of(EventLog log, boolean toStart) {
        var durations = new HashMap<Long, Times>();
        for (var i = 0; i < log.cases(); i++) {
            for (var event = log.first(i) + 1; event < log.last(i); event++) {
                var from = log.end(event - 1);
                var to = toStart ? log.start(event) : log.end(event);
                if (from != NO_TIME && to != NO_TIME) {
                    var edge = ((long) log.activity(event - 1) << 32) | log.activity(event);
                    durations.computeIfAbsent(edge, key -> new Times()).add(to - from);
                }
            }
        }
        return edges(log.activities(), durations);
    }

    private static List<Edge> edges(List<String> activities, Map<Long, Times> durations) {
        var edges = new ArrayList<Edge>();
        durations.forEach((key, times) -> edges.add(new Edge(
                activities.get((int) (key >>> 32)), activities.get(key.intValue()), Durations.of(times.exact()))));
        edges.sort(OFTEN_FIRST);
        return edges;
    }
}

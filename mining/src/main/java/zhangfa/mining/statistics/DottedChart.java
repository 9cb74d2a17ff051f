package zhangfa.mining.statistics;

import static zhangfa.mining.log.EventLog.NO_TIME;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import zhangfa.mining.log.EventLog;

/**
 * All events of a log at a glance: one row a case, time from left to right (Song and van der Aalst, <i>Supporting Process Mining by Showing Events at a Glance</i>,
 * 2007). Events that fall on the same dot are counted in it, so that the chart of any log stays small.
 *
 * @param from the time of the left edge, in microseconds since 1970
 * @param to the time of the right edge
 * @param dots by row, column and activity
 */
public record DottedChart(long from, long to, List<Dot> dots) {

    /** So many events of an activity at one place. */
    public record Dot(int row, int column, String activity, int events) {}

    private record Place(int row, int column, int activity) {}

    public DottedChart {
        dots = List.copyOf(dots);
    }

    /** Draws the cases in the order of the log; {@link EventLog#byBeginning} gives the usual picture. Events without a time are not on it. */
    public static DottedChart of(EventLog log, int columns, int rows) {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("A chart has at least one column and row: " + columns + ", " + rows);
        }
        var from = Long.MAX_VALUE;
        var to = Long.MIN_VALUE;
        for (var event = 0; event < log.events(); event++) {
            if (log.end(event) != NO_TIME) {
                from = Math.min(from, log.end(event));
                to = Math.max(to, log.end(event));
            }
        }
        if (to < from) {
            return new DottedChart(0, 0, List.of());
        }
        return new DottedChart(from, to, dots(log, columns, rows, from, to));
    }

    private static List<Dot> dots(EventLog log, int columns, int rows, long from, long to) {
        var counts = new HashMap<Place, Integer>();
        var width = Math.max(1.0, (double) to - from);
        for (var i = 0; i < log.cases(); i++) {
            var row = (int) ((long) i * Math.min(rows, log.cases()) / log.cases());
            for (var event = log.first(i); event < log.last(i); event++) {
                if (log.end(event) != NO_TIME) {
                    var column = (int) Math.min(columns - 1, (log.end(event) - from) / width * columns);
                    counts.merge(new Place(row, column, log.activity(event)), 1, Integer::sum);
                }
            }
        }
        var dots = new ArrayList<Dot>();
        counts.forEach((place, events) ->
                dots.add(new Dot(place.row(), place.column(), log.activities().get(place.activity()), events)));
        dots.sort(
                Comparator.comparingInt(Dot::row).thenComparingInt(Dot::column).thenComparing(Dot::activity));
        return dots;
    }
}

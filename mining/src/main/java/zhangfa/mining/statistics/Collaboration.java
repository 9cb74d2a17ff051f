package zhangfa.mining.statistics;

import static zhangfa.mining.log.EventLog.NOBODY;

import java.util.List;
import java.util.TreeSet;
import zhangfa.mining.log.EventLog;

/** Who works with whom, and where work goes to and fro; both after van der Aalst, Reijers and Song (2005). */
public final class Collaboration {

    private Collaboration() {}

    /** In how many cases each pair of different people both took part; {@code from} is the one that the log named first. */
    public static List<DirectlyFollows.Edge> together(EventLog log) {
        var pairs = new PairCounts(log.resources().size());
        for (var i = 0; i < log.cases(); i++) {
            var people = new TreeSet<Integer>();
            for (var event = log.first(i); event < log.last(i); event++) {
                if (log.resource(event) != NOBODY) {
                    people.add(log.resource(event));
                }
            }
            for (var one : people) {
                people.tailSet(one, false).forEach(other -> pairs.add(one, other, 1));
            }
        }
        return pairs.edges(log.resources());
    }

    /**
     * How often work went from one to another and straight back: of two people, whoever had it first is {@code from}. Events that follow each other by one
     * person count as one turn.
     */
    public static List<DirectlyFollows.Edge> pingPong(EventLog log) {
        var pairs = new PairCounts(log.resources().size());
        for (var i = 0; i < log.cases(); i++) {
            var beforeLast = NOBODY;
            var last = NOBODY;
            for (var event = log.first(i); event < log.last(i); event++) {
                var now = log.resource(event);
                if (now == NOBODY || now == last) {
                    continue;
                }
                if (now == beforeLast) {
                    pairs.add(now, last, 1);
                }
                beforeLast = last;
                last = now;
            }
        }
        return pairs.edges(log.resources());
    }
}

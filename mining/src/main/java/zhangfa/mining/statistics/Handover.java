package zhangfa.mining.statistics;

import static zhangfa.mining.log.EventLog.NOBODY;

import java.util.List;
import zhangfa.mining.log.EventLog;

/**
 * Who passes work on to whom (van der Aalst, Reijers and Song, <i>Discovering Social Networks from Event Logs</i>, 2005): how often somebody did the event
 * right after another's, in the same case. Where either event names nobody, nothing is passed on.
 */
public final class Handover {

    private Handover() {}

    /** Each pair, also of a person with themselves; the most frequent first, equal ones by name. */
    public static List<DirectlyFollows.Edge> of(EventLog log) {
        var resources = log.resources();
        var pairs = new PairCounts(resources.size());
        for (var i = 0; i < log.cases(); i++) {
            for (var event = log.first(i) + 1; event < log.last(i); event++) {
                var from = log.resource(event - 1);
                var to = log.resource(event);
                if (from != NOBODY && to != NOBODY) {
                    pairs.add(from, to, 1);
                }
            }
        }
        return pairs.edges(resources);
    }
}

package zhangfa.mining.statistics;

import static zhangfa.mining.log.EventLog.NO_TIME;

import java.util.ArrayList;
import java.util.List;
import zhangfa.mining.log.EventLog;

/**
 * Work of one kind that somebody collected and then did in one go (Martin, Pufahl and Mannhardt, <i>Detection of Batch Activities from Event Logs</i>, 2021):
 * two or more events of one activity and one resource in different cases, all enabled before the first of them started, each started before or right when
 * another ended.
 *
 * @param events in the order of their start
 * @param ready when the last of them was enabled: until then, the others waited for the batch
 * @param parallel whether any two of them overlap; otherwise one followed the other
 */
public record Batch(String activity, String resource, List<Integer> events, long ready, boolean parallel) {

    public Batch {
        events = List.copyOf(events);
    }

    /** All batches of a log; there are none in a log that does not know starts and resources. */
    public static List<Batch> in(EventLog log) {
        return log.knowsStarts() && log.knowsResources() ? new Search(log).batches() : List.of();
    }

    private static final class Search {

        private final EventLog log;
        private final long[] enabled;
        private final List<Batch> found = new ArrayList<>();
        private List<Integer> open = new ArrayList<>();
        private long ready = NO_TIME;
        private long end = NO_TIME;
        private boolean parallel;

        Search(EventLog log) {
            this.log = log;
            this.enabled = Enablement.of(log);
        }

        List<Batch> batches() {
            var work = new ResourceWork(log);
            for (var resource = 0; resource < log.resources().size(); resource++) {
                for (var event : work.of(resource)) {
                    take(event);
                }
                close();
            }
            return found;
        }

        private void take(int event) {
            if (enabled[event] == NO_TIME || !log.knowsStart(event)) {
                close();
                return;
            }
            if (open.isEmpty() || !belongs(event)) {
                close();
            }
            parallel |= !open.isEmpty() && log.start(event) < end;
            open.add(event);
            ready = Math.max(ready, enabled[event]);
            end = Math.max(end, log.end(event));
        }

        private boolean belongs(int event) {
            var first = open.getFirst();
            return log.activity(event) == log.activity(first)
                    && log.start(event) <= end
                    && enabled[event] <= log.start(first);
        }

        private void close() {
            if (open.size() > 1) {
                var first = open.getFirst();
                var activity = log.activities().get(log.activity(first));
                found.add(new Batch(activity, log.resources().get(log.resource(first)), open, ready, parallel));
            }
            open = new ArrayList<>();
            ready = NO_TIME;
            end = NO_TIME;
            parallel = false;
        }
    }
}

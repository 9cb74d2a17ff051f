package zhangfa.mining.statistics;

import static zhangfa.mining.log.EventLog.NOBODY;
import static zhangfa.mining.log.EventLog.NO_TIME;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.time.WorkingTime;

/**
 * Where the time of cases went, for logs that know when work began. An event without a start takes no time.
 *
 * @param throughput of a case: from its first start to its last end
 * @param service of a case: the time worked on all its events, added up
 * @param idle of a case: what of its throughput nobody worked on it
 * @param servicePerActivity the time that each event of an activity took
 * @param busyPerResource the time that each resource's events took, added up, in microseconds
 */
public record WorkTimes(
        Durations throughput,
        Durations service,
        Durations idle,
        Map<String, Durations> servicePerActivity,
        Map<String, Long> busyPerResource) {

    /** Counts day and night. */
    public static WorkTimes of(EventLog log) {
        return of(log, WorkingTime.ALWAYS);
    }

    /** Counts working time only. */
    public static WorkTimes of(EventLog log, WorkingTime calendar) {
        return new Counting(log, calendar).count();
    }

    private static final class Counting {

        private final EventLog log;
        private final WorkingTime calendar;
        private final Times throughput = new Times();
        private final Times service = new Times();
        private final Times idle = new Times();
        private final Times[] perActivity;
        private final Map<String, Long> busy = new TreeMap<>();

        Counting(EventLog log, WorkingTime calendar) {
            this.log = log;
            this.calendar = calendar;
            this.perActivity = new Times[log.activities().size()];
            Arrays.setAll(perActivity, i -> new Times());
        }

        WorkTimes count() {
            for (var i = 0; i < log.cases(); i++) {
                oneCase(i);
            }
            var services = new TreeMap<String, Durations>();
            for (var i = 0; i < perActivity.length; i++) {
                services.put(log.activities().get(i), Durations.of(perActivity[i].exact()));
            }
            return new WorkTimes(
                    Durations.of(throughput.exact()),
                    Durations.of(service.exact()),
                    Durations.of(idle.exact()),
                    services,
                    busy);
        }

        private void oneCase(int caseNumber) {
            var events = timed(caseNumber);
            if (events.isEmpty()) {
                return;
            }
            var worked = 0L;
            var idleTime = 0L;
            var covered = log.start(events.getFirst());
            for (var event : events) {
                var duration = calendar.between(log.start(event), log.end(event));
                worked += duration;
                perActivity[log.activity(event)].add(duration);
                if (log.resource(event) != NOBODY) {
                    busy.merge(log.resources().get(log.resource(event)), duration, Long::sum);
                }
                idleTime += log.start(event) > covered ? calendar.between(covered, log.start(event)) : 0;
                covered = Math.max(covered, log.end(event));
            }
            throughput.add(calendar.between(log.start(events.getFirst()), covered));
            service.add(worked);
            idle.add(idleTime);
        }

        private List<Integer> timed(int caseNumber) {
            var events = new ArrayList<Integer>();
            for (var event = log.first(caseNumber); event < log.last(caseNumber); event++) {
                if (log.end(event) != NO_TIME && log.start(event) <= log.end(event)) {
                    events.add(event);
                }
            }
            events.sort(Comparator.comparingLong(log::start));
            return events;
        }
    }
}

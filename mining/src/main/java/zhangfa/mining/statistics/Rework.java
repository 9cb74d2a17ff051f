package zhangfa.mining.statistics;

import java.util.Map;
import java.util.TreeMap;
import zhangfa.mining.log.EventLog;

/** Work done more than once in the same case. */
public final class Rework {

    private Rework() {}

    /** In how many cases each activity happened at least twice; activities that never did are not there. */
    public static Map<String, Integer> casesPerActivity(EventLog log) {
        var activities = log.activities();
        var seenIn = new int[activities.size()];
        var countedIn = new int[activities.size()];
        var cases = new TreeMap<String, Integer>();
        for (var i = 0; i < log.cases(); i++) {
            for (var event = log.first(i); event < log.last(i); event++) {
                var activity = log.activity(event);
                if (seenIn[activity] != i + 1) {
                    seenIn[activity] = i + 1;
                } else if (countedIn[activity] != i + 1) {
                    countedIn[activity] = i + 1;
                    cases.merge(activities.get(activity), 1, Integer::sum);
                }
            }
        }
        return cases;
    }
}

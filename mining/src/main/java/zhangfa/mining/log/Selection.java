package zhangfa.mining.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Some cases and events of a log, as a log of their own; activities and resources that are left without events are kept out of it. */
final class Selection {

    private final EventLog log;
    private final int[] cases;
    private final int[] firsts;
    private final int[] events;

    Selection(EventLog log, int[] cases) {
        this(log, cases, event -> true);
    }

    Selection(EventLog log, int[] cases, IntPredicate wanted) {
        this.log = log;
        this.cases = cases;
        this.firsts = new int[cases.length + 1];
        var found = new int[log.events()];
        var size = 0;
        for (var i = 0; i < cases.length; i++) {
            for (var event = log.first(cases[i]); event < log.last(cases[i]); event++) {
                if (wanted.test(event)) {
                    found[size++] = event;
                }
            }
            firsts[i + 1] = size;
        }
        this.events = Arrays.copyOf(found, size);
    }

    EventLog log() {
        var source = log.columns();
        var names = log.names();
        var activity = at(source.activity());
        var activities = renumber(activity, names.activities());
        var resource = at(source.resource());
        var resources = renumber(resource, names.resources());
        var columns = new EventColumns(firsts, activity, resource, at(source.start()), at(source.end()));
        var caseNames = Arrays.stream(cases).mapToObj(names.cases()::get).toList();
        return new EventLog(
                columns,
                new LogNames(caseNames, activities, resources),
                at(log.eventAttributes(), events),
                at(log.caseAttributes(), cases),
                0);
    }

    private int[] at(int[] column) {
        return column.length == 0
                ? column
                : Arrays.stream(events).map(event -> column[event]).toArray();
    }

    private long[] at(long[] column) {
        return column.length == 0
                ? column
                : Arrays.stream(events).mapToLong(event -> column[event]).toArray();
    }

    private static Map<String, Column> at(Map<String, Column> columns, int[] places) {
        var chosen = new LinkedHashMap<String, Column>();
        columns.forEach((key, column) -> chosen.put(key, column.at(places)));
        return chosen;
    }

    /** Numbers what is still there anew, in the order of the old numbers. */
    private static List<String> renumber(int[] column, List<String> names) {
        var used = new boolean[names.size()];
        for (var value : column) {
            if (value >= 0) {
                used[value] = true;
            }
        }
        var numbers = new int[names.size()];
        var kept = new ArrayList<String>();
        for (var i = 0; i < used.length; i++) {
            numbers[i] = kept.size();
            if (used[i]) {
                kept.add(names.get(i));
            }
        }
        for (var i = 0; i < column.length; i++) {
            column[i] = column[i] < 0 ? column[i] : numbers[column[i]];
        }
        return List.copyOf(kept);
    }
}

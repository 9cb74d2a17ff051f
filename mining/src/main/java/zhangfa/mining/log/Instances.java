package zhangfa.mining.log;

import static zhangfa.mining.log.EventLog.NO_TIME;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings together what XES writes as two events: that a piece of work started and that it was complete. */
final class Instances {

    private final EventLog log;
    private final @Nullable Column transitions;
    private final @Nullable Column instances;
    private final BitSet complete = new BitSet();
    private final long[] starts;
    private final Map<List<Object>, Deque<Integer>> open = new HashMap<>();

    Instances(EventLog log) {
        this.log = log;
        this.transitions = log.eventAttributes().get("lifecycle:transition");
        this.instances = log.eventAttributes().get("concept:instance");
        this.starts = new long[log.events()];
    }

    EventLog log() {
        for (var i = 0; i < log.cases(); i++) {
            open.clear();
            for (var event = log.first(i); event < log.last(i); event++) {
                take(event);
            }
        }
        var whole = log.withEvents(complete::get);
        var columns = whole.columns();
        var start = complete.stream().mapToLong(event -> starts[event]).toArray();
        var known = Arrays.stream(start).anyMatch(time -> time != NO_TIME);
        return new EventLog(
                new EventColumns(
                        columns.firsts(),
                        columns.activity(),
                        columns.resource(),
                        known ? start : new long[0],
                        columns.end()),
                whole.names(),
                whole.eventAttributes(),
                whole.caseAttributes(),
                log.leftOut());
    }

    private void take(int event) {
        var instance = instances == null ? null : instances.value(event);
        var key = List.<Object>of(log.activity(event), instance == null ? "" : instance);
        switch (transition(event)) {
            case "start" -> open.computeIfAbsent(key, any -> new ArrayDeque<>()).add(event);
            case "complete" -> {
                var begun = open.get(key);
                var start = begun == null ? null : begun.poll();
                complete.set(event);
                starts[event] = start != null ? log.end(start) : log.knowsStart(event) ? log.start(event) : NO_TIME;
            }
            default -> {
                // Scheduled, assigned, suspended …: neither begins nor ends the work.
            }
        }
    }

    /** An event that names none is a completion, as in most logs. */
    private String transition(int event) {
        var value = transitions == null ? null : transitions.value(event);
        return value == null ? "complete" : value.toString().toLowerCase(Locale.ROOT);
    }
}

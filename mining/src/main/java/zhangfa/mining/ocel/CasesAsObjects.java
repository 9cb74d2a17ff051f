package zhangfa.mining.ocel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhangfa.mining.log.Column;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.Moments;
import zhangfa.mining.ocel.ObjectLog.LogEvent;
import zhangfa.mining.ocel.ObjectLog.LogObject;
import zhangfa.mining.ocel.ObjectLog.LogType;
import zhangfa.mining.ocel.ObjectLog.Relation;
import zhangfa.mining.ocel.ObjectLog.Value;

/** A log of cases, told as objects. */
final class CasesAsObjects {

    private static final String RESOURCE = "org:resource";
    private static final String START = "start_timestamp";

    private final EventLog log;
    private final String type;
    private final List<LogObject> objects = new ArrayList<>();
    private final List<LogEvent> events = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> caseKinds = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> kindsOf = new LinkedHashMap<>();

    CasesAsObjects(EventLog log, String type) {
        this.log = log;
        this.type = type;
    }

    ObjectLog objectLog() {
        for (var i = 0; i < log.cases(); i++) {
            var id = unique(log.caseName(i));
            objects.add(new LogObject(id, type, values(i), List.of()));
            for (var event = log.first(i); event < log.last(i); event++) {
                events.add(event(event, id));
            }
        }
        var eventTypes = kindsOf.entrySet().stream()
                .map(entry -> new LogType(entry.getKey(), entry.getValue()))
                .toList();
        return new ObjectLog(List.of(new LogType(type, caseKinds)), eventTypes, objects, events);
    }

    private String unique(String name) {
        var id = name;
        for (var copy = 2; !ids.add(id); copy++) {
            id = name + "#" + copy;
        }
        return id;
    }

    private List<Value> values(int caseNumber) {
        var values = new ArrayList<Value>();
        for (var column : log.caseAttributes().values()) {
            var value = column.value(caseNumber);
            if (value != null) {
                caseKinds.merge(column.key(), kind(value), CasesAsObjects::common);
                values.add(new Value(column.key(), Instant.EPOCH, value.toString()));
            }
        }
        return values;
    }

    private LogEvent event(int event, String object) {
        var activity = log.activities().get(log.activity(event));
        var kinds = kindsOf.computeIfAbsent(activity, key -> new LinkedHashMap<>());
        var attributes = new LinkedHashMap<String, String>();
        if (log.resource(event) != EventLog.NOBODY) {
            kinds.put(RESOURCE, "string");
            attributes.put(RESOURCE, log.resources().get(log.resource(event)));
        }
        if (log.knowsStart(event)) {
            kinds.put(START, "time");
            attributes.put(START, Moments.instant(log.start(event)).toString());
        }
        for (Column column : log.eventAttributes().values()) {
            var value = column.value(event);
            if (value != null) {
                kinds.merge(column.key(), kind(value), CasesAsObjects::common);
                attributes.put(column.key(), value.toString());
            }
        }
        var time = log.end(event) == EventLog.NO_TIME ? Instant.EPOCH : Moments.instant(log.end(event));
        return new LogEvent("e" + event, activity, time, attributes, List.of(new Relation(object, type)));
    }

    private static String kind(Object value) {
        return switch (value) {
            case Instant instant -> "time";
            case Long number -> "integer";
            case Double number -> "float";
            case Boolean truth -> "boolean";
            default -> "string";
        };
    }

    private static String common(String one, String other) {
        return one.equals(other) ? one : "string";
    }
}

package zhangfa.mining.ocel;

import static zhangfa.mining.log.EventLog.NOBODY;
import static zhangfa.mining.log.EventLog.NO_TIME;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.EventLogBuilder;
import zhangfa.mining.log.Kind;
import zhangfa.mining.log.Moments;

/**
 * An object-centric event log in the terms of OCEL 2.0 (Berti et al., <i>OCEL Specification 2.0</i>, 2023). Types and attributes that
 * only its events and objects show are declared by the log itself, as {@code string}.
 *
 * @param objectTypes in the order of their names, as are the others
 * @param events in the order of the file
 */
public record ObjectLog(
        List<LogType> objectTypes, List<LogType> eventTypes, List<LogObject> objects, List<LogEvent> events) {

    /** A type of events or of objects, with the attributes that it declares by name and type. */
    public record LogType(String name, Map<String, String> attributes) {}

    /** What an attribute said from a time on; {@link Instant#EPOCH} is from the beginning. */
    public record Value(String attribute, Instant from, String value) {}

    /** That an event concerns an object, or an object another, and in which role. */
    public record Relation(String object, String qualifier) {}

    /** Something that events happen to. */
    public record LogObject(String id, String type, List<Value> values, List<Relation> relations) {}

    /** Something that happened. */
    public record LogEvent(
            String id, String type, Instant time, Map<String, String> attributes, List<Relation> objects) {}

    /** Refuses two events, or two objects, with the same id by an {@link IllegalArgumentException}. */
    public ObjectLog {
        objects = List.copyOf(objects);
        events = List.copyOf(events);
        var ofObjects = new Declared(objectTypes);
        objects.forEach(object -> ofObjects.add(
                object.id(), object.type(), object.values().stream().map(Value::attribute)));
        var ofEvents = new Declared(eventTypes);
        events.forEach(event -> ofEvents.add(event.id(), event.type(), event.attributes().keySet().stream()));
        objectTypes = ofObjects.types();
        eventTypes = ofEvents.types();
    }

    /** How many objects there are of each type. */
    public Map<String, Integer> objectsPerType() {
        var counts = new TreeMap<String, Integer>();
        objects.forEach(object -> counts.merge(object.type(), 1, Integer::sum));
        return counts;
    }

    /** How many events there are of each type. */
    public Map<String, Integer> eventsPerType() {
        var counts = new TreeMap<String, Integer>();
        events.forEach(event -> counts.merge(event.type(), 1, Integer::sum));
        return counts;
    }

    /** Which events happen to objects of each type. */
    public Map<String, TreeSet<String>> activitiesPerObjectType() {
        var types = typesOfObjects();
        var activities = new TreeMap<String, TreeSet<String>>();
        for (var event : events) {
            for (var relation : event.objects()) {
                var type = types.get(relation.object());
                if (type != null) {
                    activities.computeIfAbsent(type, key -> new TreeSet<>()).add(event.type());
                }
            }
        }
        return activities;
    }

    /** How often an object's attribute changed after the beginning. */
    public long changes() {
        return objects.stream()
                .flatMap(object -> object.values().stream())
                .filter(value -> !value.from().equals(Instant.EPOCH))
                .count();
    }

    /**
     * The log as objects of one type see it: each that any event concerns is a case, with the events that concern it. An event that concerns several
     * of them is in several cases; that is in the nature of flattening (van der Aalst, <i>Object-Centric Process Mining</i>, 2019).
     */
    public EventLog flattened(String objectType) {
        var types = typesOfObjects();
        var log = new EventLogBuilder();
        for (var event : events) {
            var concerned = new LinkedHashSet<String>();
            for (var relation : event.objects()) {
                if (objectType.equals(types.get(relation.object()))) {
                    concerned.add(relation.object());
                }
            }
            for (var object : concerned) {
                var place = log.events();
                event.attributes().forEach((key, value) -> {
                    var column = log.eventColumn(key);
                    column.set(place, column.code(Kind.UNTYPED, value));
                });
                log.add(log.caseNamed(object), log.activity(event.type()), NOBODY, NO_TIME, Moments.of(event.time()));
            }
        }
        return log.build();
    }

    private Map<String, String> typesOfObjects() {
        var types = new HashMap<String, String>();
        objects.forEach(object -> types.put(object.id(), object.type()));
        return types;
    }

    /** A log of cases as one of objects of one type; an event without a time has that of the beginning. */
    public static ObjectLog of(EventLog log, String objectType) {
        return new CasesAsObjects(log, objectType).objectLog();
    }
}

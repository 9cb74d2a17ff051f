package zhangfa.mining.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import zhangfa.mining.log.Moments;
import zhangfa.mining.ocel.ObjectLog;
import zhangfa.mining.ocel.ObjectLog.LogEvent;
import zhangfa.mining.ocel.ObjectLog.LogObject;
import zhangfa.mining.ocel.ObjectLog.LogType;

/** Gathers what an object-centric log says, whatever its form, and refuses what says a thing twice. */
final class ObjectLogBuilder {

    private final Map<String, Map<String, String>> objectTypes = new TreeMap<>();
    private final Map<String, Map<String, String>> eventTypes = new TreeMap<>();
    private final List<LogObject> objects = new ArrayList<>();
    private final List<LogEvent> events = new ArrayList<>();
    private final Set<String> objectIds = new HashSet<>();
    private final Set<String> eventIds = new HashSet<>();

    void objectType(String name, Map<String, String> attributes) {
        objectTypes.put(name, attributes);
    }

    void eventType(String name, Map<String, String> attributes) {
        eventTypes.put(name, attributes);
    }

    /** Takes an object; false if its id was taken before. */
    boolean add(LogObject object) {
        var attributes = objectTypes.computeIfAbsent(object.type(), key -> new LinkedHashMap<>());
        object.values().forEach(value -> attributes.putIfAbsent(value.attribute(), "string"));
        objects.add(object);
        return objectIds.add(object.id());
    }

    /** Takes an event; false if its id was taken before. */
    boolean add(LogEvent event) {
        var attributes = eventTypes.computeIfAbsent(event.type(), key -> new LinkedHashMap<>());
        event.attributes().keySet().forEach(key -> attributes.putIfAbsent(key, "string"));
        events.add(event);
        return eventIds.add(event.id());
    }

    ObjectLog build() {
        return new ObjectLog(types(objectTypes), types(eventTypes), objects, events);
    }

    private static List<LogType> types(Map<String, Map<String, String>> types) {
        return types.entrySet().stream()
                .map(entry -> new LogType(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * Reads a time.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Instant time(String text) {
        return Moments.instant(Moments.of(text));
    }
}

package zhangfa.mining.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhangfa.mining.log.Moments;
import zhangfa.mining.ocel.ObjectLog;
import zhangfa.mining.ocel.ObjectLog.LogEvent;
import zhangfa.mining.ocel.ObjectLog.LogObject;
import zhangfa.mining.ocel.ObjectLog.LogType;

/** Gathers what an object-centric log says, whatever its form, and notices what is said twice. */
final class ObjectLogBuilder {

    private final List<LogType> objectTypes = new ArrayList<>();
    private final List<LogType> eventTypes = new ArrayList<>();
    private final List<LogObject> objects = new ArrayList<>();
    private final List<LogEvent> events = new ArrayList<>();
    private final Set<String> objectIds = new HashSet<>();
    private final Set<String> eventIds = new HashSet<>();

    void objectType(String name, Map<String, String> attributes) {
        objectTypes.add(new LogType(name, attributes));
    }

    void eventType(String name, Map<String, String> attributes) {
        eventTypes.add(new LogType(name, attributes));
    }

    /** Takes an object; false if its id was taken before. */
    boolean add(LogObject object) {
        objects.add(object);
        return objectIds.add(object.id());
    }

    /** Takes an event; false if its id was taken before. */
    boolean add(LogEvent event) {
        events.add(event);
        return eventIds.add(event.id());
    }

    ObjectLog build() {
        return new ObjectLog(objectTypes, eventTypes, objects, events);
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

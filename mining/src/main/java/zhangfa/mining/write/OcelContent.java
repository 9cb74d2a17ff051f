package zhangfa.mining.write;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import zhangfa.mining.log.Progress;
import zhangfa.mining.ocel.ObjectLog;
import zhangfa.mining.ocel.ObjectLog.LogEvent;
import zhangfa.mining.ocel.ObjectLog.LogObject;
import zhangfa.mining.ocel.ObjectLog.LogType;
import zhangfa.mining.ocel.ObjectLog.Relation;

/**
 * What of a log the standard lets a file say: the five types of attributes that it has, and relations, each once, to objects that are there. Whoever follows
 * is told how many objects and events have been taken.
 */
final class OcelContent {

    private static final int STEP = 1024;
    private static final Set<String> KINDS = Set.of("string", "time", "integer", "float", "boolean");

    private final ObjectLog log;
    private final Progress progress;
    private final Set<String> ids = new HashSet<>();
    private long done;

    OcelContent(ObjectLog log, Progress progress) {
        this.log = log;
        this.progress = progress;
        log.objects().forEach(object -> ids.add(object.id()));
    }

    List<LogType> objectTypes() {
        return log.objectTypes().stream().map(OcelContent::standard).toList();
    }

    List<LogType> eventTypes() {
        return log.eventTypes().stream().map(OcelContent::standard).toList();
    }

    private static LogType standard(LogType type) {
        var attributes = new LinkedHashMap<String, String>();
        type.attributes().forEach((name, kind) -> attributes.put(name, KINDS.contains(kind) ? kind : "string"));
        return new LogType(type.name(), attributes);
    }

    Iterable<LogObject> objects() {
        return () -> log.objects().stream()
                .map(object -> {
                    tell();
                    return new LogObject(object.id(), object.type(), object.values(), known(object.relations()));
                })
                .iterator();
    }

    Iterable<LogEvent> events() {
        return () -> log.events().stream()
                .map(event -> {
                    tell();
                    return new LogEvent(
                            event.id(), event.type(), event.time(), event.attributes(), known(event.objects()));
                })
                .iterator();
    }

    private void tell() {
        if (++done % STEP == 0) {
            progress.tell(done, (long) log.objects().size() + log.events().size());
        }
    }

    private List<Relation> known(List<Relation> relations) {
        return relations.stream()
                .filter(relation -> ids.contains(relation.object()))
                .distinct()
                .toList();
    }
}

package zhangfa.mining.ocel;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import zhangfa.mining.ocel.ObjectLog.LogType;

/** The types of a log: those that it declares, and what its events or objects show beyond that. */
final class Declared {

    private final Map<String, Map<String, String>> attributes = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();

    Declared(List<LogType> types) {
        types.forEach(type -> attributes.put(type.name(), new LinkedHashMap<>(type.attributes())));
    }

    void add(String id, String type, Stream<String> shown) {
        if (!ids.add(id)) {
            throw new IllegalArgumentException("The id '" + id + "' is there twice");
        }
        var declared = attributes.computeIfAbsent(type, key -> new LinkedHashMap<>());
        shown.forEach(attribute -> declared.putIfAbsent(attribute, "string"));
    }

    List<LogType> types() {
        return attributes.entrySet().stream()
                .map(entry -> new LogType(entry.getKey(), entry.getValue()))
                .toList();
    }
}

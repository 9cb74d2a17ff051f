package zhangfa.mining.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the keys of an XES file mean, each looked up once. */
final class XesKeys {

    enum Use {
        ACTIVITY,
        TIMESTAMP,
        START,
        RESOURCE,
        OTHER
    }

    /**
     * @param part which part of a joined activity the key is
     * @param joined whether it is also an attribute, because the activity alone does not say its value
     */
    record Key(String name, Use use, int part, boolean joined) {}

    private final List<String> activity;
    private final String caseName;
    private final String timestamp;
    private final String start;
    private final String resource;
    private final Map<String, String> prefixes;
    private final Map<String, Key> known = new HashMap<>();

    XesKeys(List<String> activity, Reading reading, Map<String, String> prefixes) {
        var columns = reading.columns();
        this.activity = activity.isEmpty() ? List.of("concept:name") : activity;
        this.caseName = or(columns.caseName(), "concept:name");
        this.timestamp = or(columns.timestamp(), "time:timestamp");
        this.start = or(columns.start(), "start_timestamp");
        this.resource = or(columns.resource(), "org:resource");
        this.prefixes = prefixes;
    }

    private static String or(@Nullable String chosen, String usual) {
        return chosen == null ? usual : chosen;
    }

    /** How many parts the name of an activity has. */
    int parts() {
        return activity.size();
    }

    boolean namesCase(String key) {
        return standard(key).equals(caseName);
    }

    Key of(String raw) {
        var key = known.get(raw);
        if (key == null) {
            key = read(standard(raw));
            known.put(raw, key);
        }
        return key;
    }

    private Key read(String name) {
        var part = activity.indexOf(name);
        if (part >= 0) {
            return new Key(name, Use.ACTIVITY, part, activity.size() > 1);
        }
        var use = name.equals(timestamp)
                ? Use.TIMESTAMP
                : name.equals(start) ? Use.START : name.equals(resource) ? Use.RESOURCE : Use.OTHER;
        return new Key(name, use, 0, false);
    }

    String standard(String key) {
        var colon = key.indexOf(':');
        if (prefixes.isEmpty() || colon < 0) {
            return key;
        }
        var prefix = prefixes.get(key.substring(0, colon));
        return prefix == null ? key : prefix + key.substring(colon);
    }
}

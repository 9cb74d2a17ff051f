package zhangfa.mining.read;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import zhangfa.mining.ocel.ObjectLog;
import zhangfa.mining.ocel.ObjectLog.LogEvent;
import zhangfa.mining.ocel.ObjectLog.LogObject;
import zhangfa.mining.ocel.ObjectLog.Relation;
import zhangfa.mining.ocel.ObjectLog.Value;

/** OCEL as JSON: 1.0 ({@code ocel:events} and {@code ocel:objects} by id) and 2.0 (lists of events, objects and types). */
final class OcelJson {

    private static final int LONGEST = 1 << 24;
    private static final int DEEPEST = 200;
    private static final JsonFactory PARSERS = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build();

    private final JsonParser json;
    private final ObjectLogBuilder log = new ObjectLogBuilder();

    OcelJson(InputStream in) {
        json = PARSERS.createParser(ObjectReadContext.empty(), in);
    }

    ObjectLog read() throws IOException, LogRefused {
        try {
            json.nextToken();
            var found = false;
            for (var name = field(); name != null; name = field()) {
                found |= section(name);
            }
            if (!found) {
                throw refusal("not-ocel", "there are no events in this file");
            }
            return log.build();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (StreamConstraintsException e) {
            throw refusal(
                    json.streamReadContext().getNestingDepth() >= DEEPEST ? "too-deep" : "too-long",
                    "more than is taken in: " + e.getOriginalMessage());
        } catch (JacksonException e) {
            var place = e.getLocation() == null ? TokenStreamLocation.NA : e.getLocation();
            throw new LogRefused(
                    Math.max(0, place.getLineNr()),
                    Math.max(0, place.getColumnNr()),
                    "not-json",
                    "this is no well-formed JSON: " + e.getOriginalMessage());
        }
    }

    private boolean section(String name) throws LogRefused {
        switch (name) {
            case "ocel:events", "events" -> each(this::event);
            case "ocel:objects", "objects" -> each(this::object);
            case "objectTypes" -> each(id -> type(false));
            case "eventTypes" -> each(id -> type(true));
            default -> json.skipChildren();
        }
        return name.endsWith("events");
    }

    private interface Item {
        void read(String id) throws LogRefused;
    }

    /** The members of an object by their name, or of a list, which name themselves. */
    private void each(Item item) throws LogRefused {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                open();
                item.read("");
            }
            return;
        }
        open();
        for (var id = field(); id != null; id = field()) {
            open();
            item.read(id);
        }
    }

    private void event(String key) throws LogRefused {
        var id = key;
        var type = "";
        Instant time = null;
        Map<String, String> attributes = Map.of();
        List<Relation> relations = List.of();
        for (var name = field(); name != null; name = field()) {
            switch (name) {
                case "id" -> id = text();
                case "type", "ocel:activity" -> type = text();
                case "time", "ocel:timestamp" -> time = time();
                case "attributes" -> attributes = named(values());
                case "ocel:vmap" -> attributes = named(valueMap());
                case "relationships" -> relations = relations();
                case "ocel:omap" -> relations = ids();
                default -> json.skipChildren();
            }
        }
        if (time == null) {
            throw refusal("no-time", "the event '" + id + "' has no time");
        }
        if (!log.add(new LogEvent(id, type, time, attributes, relations))) {
            throw refusal("duplicate-id", "there are two events '" + id + "'");
        }
    }

    private void object(String key) throws LogRefused {
        var id = key;
        var type = "";
        List<Value> values = List.of();
        List<Relation> relations = List.of();
        for (var name = field(); name != null; name = field()) {
            switch (name) {
                case "id" -> id = text();
                case "type", "ocel:type" -> type = text();
                case "attributes" -> values = values();
                case "ocel:ovmap" -> values = valueMap();
                case "relationships" -> relations = relations();
                default -> json.skipChildren();
            }
        }
        if (!log.add(new LogObject(id, type, values, relations))) {
            throw refusal("duplicate-id", "there are two objects '" + id + "'");
        }
    }

    private void type(boolean ofEvents) throws LogRefused {
        var type = "";
        var attributes = new LinkedHashMap<String, String>();
        for (var name = field(); name != null; name = field()) {
            switch (name) {
                case "name" -> type = text();
                case "attributes" -> each(id -> attribute(attributes));
                default -> json.skipChildren();
            }
        }
        if (ofEvents) {
            log.eventType(type, attributes);
        } else {
            log.objectType(type, attributes);
        }
    }

    private void attribute(Map<String, String> into) throws LogRefused {
        var members = texts();
        into.put(members.getOrDefault("name", ""), members.getOrDefault("type", "string"));
    }

    private List<Value> values() throws LogRefused {
        var values = new ArrayList<Value>();
        each(id -> {
            var members = texts();
            var time = members.get("time");
            values.add(new Value(
                    members.getOrDefault("name", ""),
                    time == null ? Instant.EPOCH : time(time),
                    members.getOrDefault("value", "")));
        });
        return values;
    }

    private List<Value> valueMap() throws LogRefused {
        var values = new ArrayList<Value>();
        open();
        texts().forEach((name, value) -> values.add(new Value(name, Instant.EPOCH, value)));
        return values;
    }

    private List<Relation> relations() throws LogRefused {
        var relations = new ArrayList<Relation>();
        each(id -> {
            var members = texts();
            relations.add(new Relation(members.getOrDefault("objectId", ""), members.getOrDefault("qualifier", "")));
        });
        return relations;
    }

    private List<Relation> ids() throws LogRefused {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw refusal("not-ocel", "a list of objects is expected here");
        }
        var relations = new ArrayList<Relation>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            relations.add(new Relation(text(), ""));
        }
        return relations;
    }

    /** What the open object says in plain values. */
    private Map<String, String> texts() throws LogRefused {
        var texts = new LinkedHashMap<String, String>();
        for (var name = field(); name != null; name = field()) {
            if (json.currentToken().isScalarValue()) {
                texts.put(name, text());
            } else {
                json.skipChildren();
            }
        }
        return texts;
    }

    private void open() throws LogRefused {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw refusal("not-ocel", "an object is expected here");
        }
    }

    /** Goes on to the next member of the open object and to its value; null at its end. */
    private @Nullable String field() {
        if (json.nextToken() != JsonToken.PROPERTY_NAME) {
            return null;
        }
        var name = json.currentName();
        json.nextToken();
        return name;
    }

    private String text() throws LogRefused {
        if (!json.currentToken().isScalarValue()) {
            throw refusal("not-ocel", "a plain value is expected here");
        }
        return json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getString();
    }

    private Instant time() throws LogRefused {
        return time(text());
    }

    private Instant time(String text) throws LogRefused {
        try {
            return ObjectLogBuilder.time(text);
        } catch (IllegalArgumentException e) {
            throw refusal("not-a-time", String.valueOf(e.getMessage()));
        }
    }

    private LogRefused refusal(String reasonCode, String reason) {
        var place = json.currentLocation();
        return new LogRefused(place.getLineNr(), place.getColumnNr(), reasonCode, reason);
    }

    private static Map<String, String> named(List<Value> values) {
        var named = new LinkedHashMap<String, String>();
        values.forEach(value -> named.put(value.attribute(), value.value()));
        return named;
    }
}

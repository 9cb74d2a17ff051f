package zhangfa.mining.read;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import zhangfa.mining.ocel.ObjectLog;
import zhangfa.mining.ocel.ObjectLog.LogEvent;
import zhangfa.mining.ocel.ObjectLog.LogObject;
import zhangfa.mining.ocel.ObjectLog.Relation;
import zhangfa.mining.ocel.ObjectLog.Value;

/** OCEL as XML: 1.0 (keys and values, as in XES) and 2.0 (attributes of elements, values as text). */
final class OcelXml {

    private final Xml xml;
    private final ObjectLogBuilder log = new ObjectLogBuilder();

    OcelXml(InputStream in) throws IOException, LogRefused {
        xml = new Xml(in);
    }

    ObjectLog read() throws IOException, LogRefused {
        if (!xml.next() || !xml.name().equals("log")) {
            throw xml.refusal("not-ocel", "an OCEL file begins with <log>");
        }
        var found = false;
        while (xml.next()) {
            if (!xml.opens()) {
                continue;
            }
            switch (xml.name()) {
                case "events" -> {
                    found = true;
                    inside(this::event);
                }
                case "objects" -> inside(this::object);
                case "event-types" -> inside(() -> log.eventType(xml.required("name"), declared()));
                case "object-types" -> inside(() -> log.objectType(xml.required("name"), declared()));
                default -> xml.skip();
            }
        }
        if (!found) {
            throw new LogRefused("not-ocel", "there are no events in this file");
        }
        return log.build();
    }

    private interface Item {
        void read() throws IOException, LogRefused;
    }

    /** Each element that opens right inside the one that just opened; the item reads it to its end. */
    private void inside(Item item) throws IOException, LogRefused {
        var outside = xml.depth() - 1;
        while (xml.next() && xml.depth() > outside) {
            if (xml.opens()) {
                item.read();
            }
        }
    }

    private Map<String, String> declared() throws IOException, LogRefused {
        var attributes = new LinkedHashMap<String, String>();
        inside(() -> inside(() -> {
            attributes.put(xml.required("name"), Objects.requireNonNullElse(xml.attribute("type"), "string"));
            xml.skip();
        }));
        return attributes;
    }

    private void event() throws IOException, LogRefused {
        var thing = thing();
        var id = thing.required("id");
        var type = thing.said.containsKey("type") ? thing.required("type") : thing.required("activity");
        var time = time(thing.said.containsKey("time") ? thing.required("time") : thing.required("timestamp"));
        var attributes = new LinkedHashMap<String, String>();
        thing.values.forEach(value -> attributes.put(value.attribute(), value.value()));
        if (!log.add(new LogEvent(id, type, time, attributes, thing.relations))) {
            throw xml.refusal("duplicate-id", "there are two events '" + id + "'");
        }
    }

    private void object() throws IOException, LogRefused {
        var thing = thing();
        var object = new LogObject(thing.required("id"), thing.required("type"), thing.values, thing.relations);
        if (!log.add(object)) {
            throw xml.refusal("duplicate-id", "there are two objects '" + object.id() + "'");
        }
    }

    /** An event or object, in the words of either version. */
    private final class Thing {

        private final Map<String, String> said = new HashMap<>();
        private final List<Value> values = new ArrayList<>();
        private final List<Relation> relations = new ArrayList<>();

        String required(String name) throws LogRefused {
            var value = said.get(name);
            if (value == null) {
                throw xml.refusal("no-attribute", "an event or object has no '" + name + "'");
            }
            return value;
        }
    }

    private Thing thing() throws IOException, LogRefused {
        var thing = new Thing();
        for (var name : List.of("id", "type", "time")) {
            var value = xml.attribute(name);
            if (value != null) {
                thing.said.put(name, value);
            }
        }
        inside(() -> part(thing));
        return thing;
    }

    private void part(Thing thing) throws IOException, LogRefused {
        switch (xml.name()) {
            case "objects" ->
                inside(() -> {
                    var qualifier = xml.attribute("qualifier");
                    thing.relations.add(new Relation(xml.required("object-id"), qualifier == null ? "" : qualifier));
                    xml.skip();
                });
            case "attributes" ->
                inside(() -> {
                    var name = xml.required("name");
                    var time = xml.attribute("time");
                    thing.values.add(new Value(name, time == null ? Instant.EPOCH : time(time), xml.text()));
                });
            case "list" -> list(thing, xml.required("key").equals("omap"));
            default -> {
                thing.said.put(xml.required("key"), xml.required("value"));
                xml.skip();
            }
        }
    }

    private void list(Thing thing, boolean ofObjects) throws IOException, LogRefused {
        inside(() -> {
            var value = xml.required("value");
            if (ofObjects) {
                thing.relations.add(new Relation(value, ""));
            } else {
                thing.values.add(new Value(xml.required("key"), Instant.EPOCH, value));
            }
            xml.skip();
        });
    }

    private Instant time(String text) throws LogRefused {
        try {
            return ObjectLogBuilder.time(text);
        } catch (IllegalArgumentException e) {
            throw xml.refusal("not-a-time", String.valueOf(e.getMessage()));
        }
    }
}

package zhangfa.mining.write;

import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import zhangfa.mining.log.Moments;
import zhangfa.mining.ocel.ObjectLog.LogEvent;
import zhangfa.mining.ocel.ObjectLog.LogObject;
import zhangfa.mining.ocel.ObjectLog.LogType;
import zhangfa.mining.ocel.ObjectLog.Relation;

/** One object-centric log as OCEL 2.0 in JSON. */
final class OcelJsonOutput {

    private final OcelContent log;
    private final JsonGenerator json;

    OcelJsonOutput(OcelContent log, JsonGenerator json) {
        this.log = log;
        this.json = json;
    }

    void write() {
        json.writeStartObject();
        types("objectTypes", log.objectTypes());
        types("eventTypes", log.eventTypes());
        json.writeArrayPropertyStart("objects");
        log.objects().forEach(this::object);
        json.writeEndArray();
        json.writeArrayPropertyStart("events");
        log.events().forEach(this::event);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void types(String name, List<LogType> types) {
        json.writeArrayPropertyStart(name);
        for (var type : types) {
            json.writeStartObject();
            json.writeStringProperty("name", type.name());
            json.writeArrayPropertyStart("attributes");
            type.attributes().forEach((attribute, kind) -> {
                json.writeStartObject();
                json.writeStringProperty("name", attribute);
                json.writeStringProperty("type", kind);
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void object(LogObject object) {
        begin(object.id(), object.type());
        json.writeArrayPropertyStart("attributes");
        for (var value : object.values()) {
            json.writeStartObject();
            json.writeStringProperty("name", value.attribute());
            time(value.from());
            json.writeStringProperty("value", value.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        relations(object.relations());
        json.writeEndObject();
    }

    private void event(LogEvent event) {
        begin(event.id(), event.type());
        time(event.time());
        json.writeArrayPropertyStart("attributes");
        event.attributes().forEach((name, value) -> {
            json.writeStartObject();
            json.writeStringProperty("name", name);
            json.writeStringProperty("value", value);
            json.writeEndObject();
        });
        json.writeEndArray();
        relations(event.objects());
        json.writeEndObject();
    }

    private void begin(String id, String type) {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeStringProperty("type", type);
    }

    private void time(Instant time) {
        json.writeStringProperty("time", Values.time(Moments.of(time)));
    }

    private void relations(List<Relation> relations) {
        json.writeArrayPropertyStart("relationships");
        for (var relation : relations) {
            json.writeStartObject();
            json.writeStringProperty("objectId", relation.object());
            json.writeStringProperty("qualifier", relation.qualifier());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

package zhangfa.mining.write;

import static zhangfa.mining.write.XmlText.escaped;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import zhangfa.mining.log.Moments;
import zhangfa.mining.ocel.ObjectLog.LogEvent;
import zhangfa.mining.ocel.ObjectLog.LogObject;
import zhangfa.mining.ocel.ObjectLog.LogType;
import zhangfa.mining.ocel.ObjectLog.Relation;

/** One object-centric log as OCEL 2.0 in XML. */
final class OcelXmlOutput {

    private final OcelContent log;
    private final Writer out;

    OcelXmlOutput(OcelContent log, Writer out) {
        this.log = log;
        this.out = out;
    }

    void write() throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log>\n");
        types("object", log.objectTypes());
        types("event", log.eventTypes());
        out.write("<objects>\n");
        for (var object : log.objects()) {
            object(object);
        }
        out.write("</objects>\n<events>\n");
        for (var event : log.events()) {
            event(event);
        }
        out.write("</events>\n</log>\n");
    }

    private void types(String of, List<LogType> types) throws IOException {
        out.write("<" + of + "-types>\n");
        for (var type : types) {
            open(of + "-type", "name", type.name());
            out.write("<attributes>\n");
            for (var attribute : type.attributes().entrySet()) {
                start("attribute", "name", attribute.getKey(), "type", attribute.getValue());
                out.write("</attribute>\n");
            }
            out.write("</attributes>\n</" + of + "-type>\n");
        }
        out.write("</" + of + "-types>\n");
    }

    private void object(LogObject object) throws IOException {
        open("object", "id", object.id(), "type", object.type());
        out.write("<attributes>\n");
        for (var value : object.values()) {
            attribute(value.value(), "name", value.attribute(), "time", time(value.from()));
        }
        out.write("</attributes>\n");
        relations(object.relations());
        out.write("</object>\n");
    }

    private void event(LogEvent event) throws IOException {
        open("event", "id", event.id(), "type", event.type(), "time", time(event.time()));
        out.write("<attributes>\n");
        for (var attribute : event.attributes().entrySet()) {
            attribute(attribute.getValue(), "name", attribute.getKey());
        }
        out.write("</attributes>\n");
        relations(event.objects());
        out.write("</event>\n");
    }

    private void relations(List<Relation> relations) throws IOException {
        out.write("<objects>\n");
        for (var relation : relations) {
            start("relationship", "object-id", relation.object(), "qualifier", relation.qualifier());
            out.write("</relationship>\n");
        }
        out.write("</objects>\n");
    }

    private void attribute(String value, String... namesAndValues) throws IOException {
        start("attribute", namesAndValues);
        out.write(escaped(value) + "</attribute>\n");
    }

    private void open(String element, String... namesAndValues) throws IOException {
        start(element, namesAndValues);
        out.write('\n');
    }

    private void start(String element, String... namesAndValues) throws IOException {
        out.write("<" + element);
        for (var i = 0; i < namesAndValues.length; i += 2) {
            out.write(" " + namesAndValues[i] + "=\"" + escaped(namesAndValues[i + 1]) + "\"");
        }
        out.write('>');
    }

    private static String time(Instant time) {
        return Values.time(Moments.of(time));
    }
}

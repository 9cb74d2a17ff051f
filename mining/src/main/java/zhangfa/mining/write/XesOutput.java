package zhangfa.mining.write;

import static zhangfa.mining.write.XmlText.escaped;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import zhangfa.mining.log.Column;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.Progress;

/** One log as XES. */
final class XesOutput {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <log xes.version="1.0" xes.features="" xmlns="http://www.xes-standard.org/">
            <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
            <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
            <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
            <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
            <classifier name="Activity" keys="concept:name"/>
            """;
    private static final List<String> CORE =
            List.of("concept:name", "time:timestamp", "start_timestamp", "org:resource");

    private final EventLog log;
    private final Writer out;
    private final Progress progress;
    private final List<String> activities;
    private final List<String> resources;
    private final List<Column> eventColumns;
    private final List<Column> caseColumns;

    XesOutput(EventLog log, Writer out, Progress progress) {
        this.log = log;
        this.out = out;
        this.progress = progress;
        this.activities = log.activities().stream().map(XmlText::escaped).toList();
        this.resources = log.resources().stream().map(XmlText::escaped).toList();
        this.eventColumns = others(log.eventAttributes().values(), CORE);
        this.caseColumns = others(log.caseAttributes().values(), CORE.subList(0, 1));
    }

    private static List<Column> others(Collection<Column> columns, List<String> core) {
        return columns.stream().filter(column -> !core.contains(column.key())).toList();
    }

    void write() throws IOException {
        out.write(HEAD);
        for (var i = 0; i < log.cases(); i++) {
            progress.tell(log.first(i), log.events());
            out.write("<trace>\n");
            attribute("string", "concept:name", escaped(log.caseName(i)));
            attributes(caseColumns, i);
            for (var event = log.first(i); event < log.last(i); event++) {
                event(event);
            }
            out.write("</trace>\n");
        }
        out.write("</log>\n");
    }

    private void event(int event) throws IOException {
        out.write("<event>\n");
        attribute("string", "concept:name", activities.get(log.activity(event)));
        if (log.resource(event) != EventLog.NOBODY) {
            attribute("string", "org:resource", resources.get(log.resource(event)));
        }
        if (log.end(event) != EventLog.NO_TIME) {
            attribute("date", "time:timestamp", Values.time(log.end(event)));
        }
        if (log.knowsStart(event)) {
            attribute("date", "start_timestamp", Values.time(log.start(event)));
        }
        attributes(eventColumns, event);
        out.write("</event>\n");
    }

    private void attributes(List<Column> columns, int index) throws IOException {
        for (var column : columns) {
            var value = column.value(index);
            if (value != null) {
                attribute(element(value), escaped(column.key()), escaped(Values.text(value)));
            }
        }
    }

    private void attribute(String element, String key, String value) throws IOException {
        out.append('<')
                .append(element)
                .append(" key=\"")
                .append(key)
                .append("\" value=\"")
                .append(value)
                .append("\"/>\n");
    }

    private static String element(Object value) {
        return switch (value) {
            case Instant instant -> "date";
            case Long number -> "int";
            case Double number -> "float";
            case Boolean truth -> "boolean";
            default -> "string";
        };
    }
}

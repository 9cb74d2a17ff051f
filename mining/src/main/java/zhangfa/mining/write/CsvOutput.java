package zhangfa.mining.write;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import zhangfa.mining.log.Column;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.Progress;

/** One log as CSV. */
final class CsvOutput {

    private final EventLog log;
    private final Writer out;
    private final Progress progress;
    private final List<Column> caseColumns;
    private final List<Column> eventColumns;

    CsvOutput(EventLog log, Writer out, Progress progress) {
        this.log = log;
        this.out = out;
        this.progress = progress;
        this.caseColumns = List.copyOf(log.caseAttributes().values());
        this.eventColumns = log.eventAttributes().values().stream()
                .filter(column -> !column.key().equals("concept:name"))
                .toList();
    }

    void write() throws IOException {
        heading();
        var names = new HashSet<String>();
        for (var i = 0; i < log.cases(); i++) {
            progress.tell(log.first(i), log.events());
            var name = log.caseName(i);
            for (var copy = 2; !names.add(name); copy++) {
                name = log.caseName(i) + "#" + copy;
            }
            for (var event = log.first(i); event < log.last(i); event++) {
                row(i, name, event);
            }
        }
    }

    private void heading() throws IOException {
        var names = new ArrayList<>(List.of("case:concept:name", "concept:name", "time:timestamp"));
        if (log.knowsStarts()) {
            names.add("start_timestamp");
        }
        if (log.knowsResources()) {
            names.add("org:resource");
        }
        caseColumns.forEach(column -> names.add("case:" + column.key()));
        eventColumns.forEach(column -> names.add(column.key()));
        field(names.getFirst());
        for (var name : names.subList(1, names.size())) {
            out.write(',');
            field(name);
        }
        out.write("\r\n");
    }

    private void row(int caseNumber, String name, int event) throws IOException {
        field(name);
        out.write(',');
        field(log.activities().get(log.activity(event)));
        out.write(',');
        field(log.end(event) == EventLog.NO_TIME ? "" : Values.time(log.end(event)));
        if (log.knowsStarts()) {
            out.write(',');
            field(log.knowsStart(event) ? Values.time(log.start(event)) : "");
        }
        if (log.knowsResources()) {
            out.write(',');
            field(log.resource(event) == EventLog.NOBODY ? "" : log.resources().get(log.resource(event)));
        }
        values(caseColumns, caseNumber);
        values(eventColumns, event);
        out.write("\r\n");
    }

    private void values(List<Column> columns, int index) throws IOException {
        for (var column : columns) {
            var value = column.value(index);
            out.write(',');
            field(value == null ? "" : Values.text(value));
        }
    }

    private void field(String text) throws IOException {
        if (text.chars()
                .noneMatch(c -> c == ',' || c == ';' || c == '\t' || c == '|' || c == '"' || c == '\n' || c == '\r')) {
            out.write(text);
        } else {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }
}

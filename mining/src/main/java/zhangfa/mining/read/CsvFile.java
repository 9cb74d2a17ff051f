package zhangfa.mining.read;

import static zhangfa.mining.log.EventLog.NOBODY;
import static zhangfa.mining.log.EventLog.NO_TIME;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import zhangfa.mining.log.ColumnBuilder;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.EventLogBuilder;
import zhangfa.mining.log.Kind;
import zhangfa.mining.log.MomentReader;

/** A log as CSV with a heading: one row an event, in any order. */
final class CsvFile {

    private static final int NONE = -1;
    private static final String CASE_ATTRIBUTE = "case:";

    private final CsvRows rows;
    private final Reading reading;
    private final MomentReader moments;
    private final EventLogBuilder log = new EventLogBuilder();

    private List<String> heading = List.of();
    private int caseName;
    private int[] activity = new int[0];
    private int timestamp;
    private int start;
    private int resource;
    private @Nullable ColumnBuilder[] attributes = new ColumnBuilder[0];
    private boolean[] ofCase = new boolean[0];
    private byte[] joined = new byte[64];

    CsvFile(InputStream in, Reading reading) {
        this.rows = new CsvRows(in);
        this.reading = reading;
        this.moments = new MomentReader(reading.zone());
    }

    EventLog read() throws IOException, LogRefused {
        if (!rows.next()) {
            throw new LogRefused("empty-file", "the file has no heading");
        }
        heading();
        while (rows.next()) {
            if (rows.fields() != heading.size()) {
                throw rows.refusal(
                        rows.fields() - 1,
                        "row-length",
                        "the row has " + rows.fields() + " fields, the heading " + heading.size());
            }
            row();
        }
        return log.counting(reading.clockChanges()).build(reading.order());
    }

    private void heading() throws LogRefused {
        var names = new ArrayList<String>();
        for (var field = 0; field < rows.fields(); field++) {
            names.add(rows.text(field));
        }
        heading = names;
        var columns = reading.columns();
        caseName = required("case", columns.caseName(), UsualNames.CASE);
        timestamp = column(columns.timestamp(), UsualNames.TIMESTAMP);
        start = column(columns.start(), UsualNames.START);
        resource = column(columns.resource(), UsualNames.RESOURCE);
        activity = new int[Math.max(1, columns.activity().size())];
        for (var part = 0; part < activity.length; part++) {
            var chosen =
                    columns.activity().isEmpty() ? null : columns.activity().get(part);
            activity[part] = required("activity", chosen, UsualNames.ACTIVITY);
        }
        attributes();
    }

    private void attributes() {
        attributes = new ColumnBuilder[heading.size()];
        ofCase = new boolean[heading.size()];
        for (var field = 0; field < attributes.length && reading.attributes(); field++) {
            var known = field == caseName || field == timestamp || field == start || field == resource;
            if (!known && (field != activity[0] || activity.length > 1)) {
                var name = heading.get(field);
                ofCase[field] = name.startsWith(CASE_ATTRIBUTE);
                attributes[field] =
                        ofCase[field] ? log.caseColumn(name.substring(CASE_ATTRIBUTE.length())) : log.eventColumn(name);
            }
        }
    }

    private int required(String what, @Nullable String chosen, List<String> usual) throws LogRefused {
        var column = column(chosen, usual);
        if (column == NONE) {
            throw rows.refusal(0, "no-column", "no column is the " + what + "; there are " + heading);
        }
        return column;
    }

    private int column(@Nullable String chosen, List<String> usual) throws LogRefused {
        if (chosen != null) {
            var column = heading.indexOf(chosen);
            if (column < 0) {
                throw rows.refusal(0, "no-column", "there is no column '" + chosen + "', only " + heading);
            }
            return column;
        }
        var small = heading.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        return usual.stream()
                .mapToInt(small::indexOf)
                .filter(column -> column >= 0)
                .findFirst()
                .orElse(NONE);
    }

    private void row() throws LogRefused {
        if (rows.isEmpty(caseName)) {
            throw rows.refusal(caseName, "no-case", "the row names no case");
        }
        var caseNumber = log.caseNamed(rows.bytes(), rows.from(caseName), rows.to(caseName));
        if (activity.length == 1 && rows.isEmpty(activity[0])) {
            log.leaveOut();
            return;
        }
        var end = time(timestamp);
        var endOffset = moments.offset();
        var began = time(start);
        if (end != NO_TIME) {
            log.writtenAt(began == NO_TIME ? endOffset : moments.offset(), endOffset);
        }
        var who = resource == NONE || rows.isEmpty(resource)
                ? NOBODY
                : log.resource(rows.bytes(), rows.from(resource), rows.to(resource));
        if (attributes.length > 0 && reading.attributes()) {
            keep(caseNumber);
        }
        log.add(caseNumber, activity(), who, began, end);
    }

    private int activity() {
        if (activity.length == 1) {
            return log.activity(rows.bytes(), rows.from(activity[0]), rows.to(activity[0]));
        }
        var length = 0;
        for (var part : activity) {
            var size = rows.to(part) - rows.from(part);
            if (length + size + 1 > joined.length) {
                joined = Arrays.copyOf(joined, (length + size + 1) * 2);
            }
            if (part != activity[0]) {
                joined[length++] = '+';
            }
            System.arraycopy(rows.bytes(), rows.from(part), joined, length, size);
            length += size;
        }
        return log.activity(joined, 0, length);
    }

    private long time(int column) throws LogRefused {
        if (column == NONE || rows.isEmpty(column)) {
            return NO_TIME;
        }
        try {
            return moments.read(rows.bytes(), rows.from(column), rows.to(column));
        } catch (IllegalArgumentException e) {
            throw rows.refusal(column, "not-a-time", Objects.toString(e.getMessage()));
        }
    }

    /** Of a case, what its last row says. */
    private void keep(int caseNumber) {
        for (var field = 0; field < attributes.length; field++) {
            var column = attributes[field];
            if (column != null && !rows.isEmpty(field)) {
                var code = column.code(Kind.UNTYPED, rows.bytes(), rows.from(field), rows.to(field));
                column.set(ofCase[field] ? caseNumber : log.events(), code);
            }
        }
    }
}

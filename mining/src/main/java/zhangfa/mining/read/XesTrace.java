package zhangfa.mining.read;

import static zhangfa.mining.log.EventLog.NOBODY;
import static zhangfa.mining.log.EventLog.NO_TIME;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import zhangfa.mining.log.ColumnBuilder;
import zhangfa.mining.log.EventLogBuilder;
import zhangfa.mining.log.Kind;
import zhangfa.mining.log.MomentReader;

/** One trace of an XES file after the other. */
final class XesTrace {

    private static final Map<String, Kind> KINDS = Map.of(
            "string", Kind.TEXT,
            "date", Kind.DATE,
            "int", Kind.WHOLE,
            "float", Kind.DECIMAL,
            "boolean", Kind.TRUTH,
            "id", Kind.TEXT);

    private final Xml xml;
    private final Reading reading;
    private final EventLogBuilder log;
    private final XesKeys keys;
    private final MomentReader moments;
    private final Map<String, ColumnBuilder> columns = new HashMap<>();
    private final @Nullable String[] activity;

    private int cases;
    private int resource;
    private long start;
    private long end;
    private int startOffset;
    private int endOffset;

    // The attributes of the event that is open: it may turn out to have no activity.
    private ColumnBuilder[] pending = new ColumnBuilder[8];
    private int[] codes = new int[8];
    private int size;

    XesTrace(Xml xml, Reading reading, EventLogBuilder log, XesKeys keys) {
        this.xml = xml;
        this.reading = reading;
        this.log = log;
        this.keys = keys;
        this.moments = new MomentReader(reading.zone());
        this.activity = new @Nullable String[keys.parts()];
    }

    /** The trace whose tag just opened, to its end. Its name may stand anywhere in it. */
    void read() throws IOException, LogRefused {
        var outside = xml.depth() - 1;
        var name = "#" + (cases + 1);
        while (xml.next() && xml.depth() > outside) {
            if (!xml.opens()) {
                continue;
            }
            if (xml.name().equals("event")) {
                event();
                continue;
            }
            var key = xml.attribute("key");
            if (key != null && keys.namesCase(key)) {
                name = xml.required("value");
            } else if (key != null && reading.attributes()) {
                caseAttribute(key);
            }
            xml.skip();
        }
        log.newCase(name);
        cases++;
    }

    private void caseAttribute(String key) throws IOException, LogRefused {
        var kind = KINDS.get(xml.name());
        if (kind != null) {
            var column = log.caseColumn(keys.standard(key));
            column.set(cases, code(column, kind, xml.required("value")));
        }
    }

    private void event() throws IOException, LogRefused {
        var outside = xml.depth() - 1;
        Arrays.fill(activity, null);
        resource = NOBODY;
        start = NO_TIME;
        end = NO_TIME;
        size = 0;
        while (xml.next() && xml.depth() > outside) {
            if (xml.opens()) {
                var kind = KINDS.get(xml.name());
                if (kind != null) {
                    attribute(keys.of(xml.required("key")), kind);
                }
                xml.skip();
            }
        }
        add();
    }

    private void attribute(XesKeys.Key key, Kind kind) throws IOException, LogRefused {
        var value = xml.required("value");
        switch (key.use()) {
            case ACTIVITY -> {
                activity[key.part()] = value;
                if (key.joined()) {
                    keep(key, kind, value);
                }
            }
            case TIMESTAMP -> {
                end = time(key, kind, value, end);
                endOffset = moments.offset();
            }
            case START -> {
                start = time(key, kind, value, start);
                startOffset = moments.offset();
            }
            case RESOURCE -> resource = log.resource(value);
            case OTHER -> keep(key, kind, value);
        }
    }

    /** A text is no time, even if it looks like one: the standard has an element for times. */
    private long time(XesKeys.Key key, Kind kind, String value, long known) throws LogRefused {
        if (kind != Kind.DATE) {
            keep(key, kind, value);
            return known;
        }
        try {
            var ascii = value.strip().getBytes(StandardCharsets.UTF_8);
            return moments.read(ascii, 0, ascii.length);
        } catch (IllegalArgumentException e) {
            throw xml.refusal("not-a-time", Objects.toString(e.getMessage()));
        }
    }

    private void keep(XesKeys.Key key, Kind kind, String value) throws LogRefused {
        if (!reading.attributes()) {
            return;
        }
        if (size == codes.length) {
            pending = Arrays.copyOf(pending, size * 2);
            codes = Arrays.copyOf(codes, size * 2);
        }
        var column = columns.computeIfAbsent(key.name(), log::eventColumn);
        pending[size] = column;
        codes[size++] = code(column, kind, value);
    }

    private int code(ColumnBuilder column, Kind kind, String value) throws LogRefused {
        try {
            return column.code(kind, value);
        } catch (IllegalArgumentException e) {
            throw xml.refusal("not-a-value", "'" + value + "' is no " + xml.name());
        }
    }

    private void add() {
        var name = name();
        if (name == null) {
            log.leaveOut();
            return;
        }
        for (var i = 0; i < size; i++) {
            pending[i].set(log.events(), codes[i]);
        }
        if (end != NO_TIME) {
            log.writtenAt(start == NO_TIME ? endOffset : startOffset, endOffset);
        }
        log.add(cases, log.activity(name), resource, start, end);
    }

    private @Nullable String name() {
        if (activity.length == 1) {
            return activity[0];
        }
        var said = false;
        var name = new StringBuilder();
        for (var part : activity) {
            name.append(name.isEmpty() && !said ? "" : "+").append(part == null ? "" : part);
            said |= part != null;
        }
        return said ? name.toString() : null;
    }
}

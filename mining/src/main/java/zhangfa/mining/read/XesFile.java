package zhangfa.mining.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.EventLogBuilder;

/**
 * A log in XES (IEEE 1849-2016 and 1849-2023, and the files that OpenXES and PM4Py write). Each trace is a case of its own, even where names repeat.
 * Attributes inside attributes, lists and containers are passed over.
 */
final class XesFile {

    private static final Map<String, String> STANDARD_PREFIXES = Map.of(
            "http://www.xes-standard.org/concept.xesext", "concept",
            "http://www.xes-standard.org/time.xesext", "time",
            "http://www.xes-standard.org/org.xesext", "org",
            "http://www.xes-standard.org/lifecycle.xesext", "lifecycle");

    static final String OBJECT_CENTRIC =
            "this is an object-centric log: it has cases only from the view of one type of object";

    private final Xml xml;
    private final Reading reading;
    private final EventLogBuilder log = new EventLogBuilder();
    private final Map<String, List<String>> classifiers = new HashMap<>();
    private final Map<String, String> prefixes = new HashMap<>();

    XesFile(InputStream in, Reading reading) throws IOException, LogRefused {
        this.xml = new Xml(in);
        this.reading = reading;
    }

    EventLog read() throws IOException, LogRefused {
        if (!xml.next() || !xml.name().equals("log")) {
            throw xml.refusal("not-xes", "an XES file begins with <log>");
        }
        XesTrace trace = null;
        while (xml.next()) {
            if (!xml.opens()) {
                continue;
            }
            if (xml.name().equals("trace")) {
                if (trace == null) {
                    trace = new XesTrace(xml, reading, log, new XesKeys(activity(), reading, prefixes));
                }
                trace.read();
            } else {
                heading();
            }
        }
        return log.counting(reading.clockChanges()).build(reading.order());
    }

    private void heading() throws IOException, LogRefused {
        switch (xml.name()) {
            case "classifier" -> classifier();
            case "extension" -> extension();
            case "events", "object-types" -> throw xml.refusal("object-centric", OBJECT_CENTRIC);
            default -> {}
        }
        xml.skip();
    }

    private void classifier() throws IOException, LogRefused {
        var keys = xml.required("keys").strip();
        if (!keys.isEmpty()) {
            classifiers.put(xml.required("name"), Arrays.asList(keys.split("\\s+", -1)));
        }
    }

    /** A file may call a standard extension as it likes. */
    private void extension() throws IOException, LogRefused {
        var uri = xml.attribute("uri");
        var prefix = xml.attribute("prefix");
        if (uri != null && prefix != null) {
            var standard = STANDARD_PREFIXES.get(uri);
            if (standard != null && !standard.equals(prefix)) {
                prefixes.put(prefix, standard);
            }
        }
    }

    private List<String> activity() throws LogRefused {
        var name = reading.classifier();
        if (name == null) {
            return reading.columns().activity();
        }
        var keys = classifiers.get(name);
        if (keys == null) {
            throw xml.refusal(
                    "unknown-classifier",
                    "there is no classifier '" + name + "' before the first trace, only " + classifiers.keySet());
        }
        return keys;
    }
}

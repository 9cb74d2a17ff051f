package zhangfa.mining.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.ocel.ObjectLog;

/** Writes event logs. Times are written in UTC, to the microsecond where they have any. */
public final class EventLogOutput {

    private EventLogOutput() {}

    /**
     * Writes XES 1.0 in UTF-8 (IEEE 1849-2016). Everything that a log holds is written; characters that XML cannot hold become U+FFFD.
     * The stream stays open.
     */
    public static void writeXes(EventLog log, OutputStream out) throws IOException {
        var writer = writer(out);
        new XesOutput(log, writer).write();
        writer.flush();
    }

    /**
     * Writes CSV in UTF-8 (RFC 4180) with the usual headings, those of cases behind {@code case:}. CSV knows no types and no case without events; a
     * case that has the name of an earlier one gets its number behind it. The stream stays open.
     */
    public static void writeCsv(EventLog log, OutputStream out) throws IOException {
        var writer = writer(out);
        new CsvOutput(log, writer).write();
        writer.flush();
    }

    /**
     * Writes OCEL 2.0 as JSON in UTF-8. A log read from OCEL 1.0 or SQLite becomes one of 2.0 with the types that its events and objects showed. The
     * stream stays open.
     */
    public static void writeOcel(ObjectLog log, OutputStream out) throws IOException {
        var factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (var json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            new OcelOutput(log, json).write();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private static BufferedWriter writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }
}

package zhangfa.mining.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.Progress;

/** Writes event logs. Times are written in UTC, to the microsecond where they have any. */
public final class EventLogOutput {

    private EventLogOutput() {}

    /**
     * Writes XES 1.0 in UTF-8 (IEEE 1849-2016). Everything that a log holds is written; characters that XML cannot hold become U+FFFD.
     * The stream stays open.
     *
     * @throws java.util.concurrent.CancellationException when the progress ended it
     */
    public static void writeXes(EventLog log, OutputStream out, Progress progress) throws IOException {
        var writer = writer(out);
        new XesOutput(log, writer, progress).write();
        writer.flush();
    }

    /**
     * Writes CSV in UTF-8 (RFC 4180) with the usual headings, those of cases behind {@code case:}. CSV knows no types and no case without events; a
     * case that has the name of an earlier one gets its number behind it. The stream stays open.
     *
     * @throws java.util.concurrent.CancellationException when the progress ended it
     */
    public static void writeCsv(EventLog log, OutputStream out, Progress progress) throws IOException {
        var writer = writer(out);
        new CsvOutput(log, writer, progress).write();
        writer.flush();
    }

    private static BufferedWriter writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }
}

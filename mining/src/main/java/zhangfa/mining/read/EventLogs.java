package zhangfa.mining.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.LogTooLarge;
import zhangfa.mining.log.Progress;

/** Reads event logs. What a file is, XES or CSV, packed or not, is seen from its content and not from its name. */
public final class EventLogs {

    private EventLogs() {}

    /**
     * Reads a file.
     *
     * @throws LogRefused when the content is no event log, with the place
     * @throws IOException when the file cannot be read at all
     * @throws java.util.concurrent.CancellationException when its progress ended the reading
     */
    public static EventLog read(Path file, Reading reading) throws IOException, LogRefused {
        try (var in = Files.newInputStream(file)) {
            return read(in, Source.length(file), reading);
        }
    }

    /** Reads to the end of the stream; closing it stays with the caller. */
    public static EventLog read(InputStream in, Reading reading) throws IOException, LogRefused {
        return read(in, Progress.UNKNOWN, reading);
    }

    private static EventLog read(InputStream in, long length, Reading reading) throws IOException, LogRefused {
        try {
            var content = Source.open(in, length, reading.progress());
            if (Source.beginsAsSqlite(content)) {
                throw new LogRefused("object-centric", XesFile.OBJECT_CENTRIC);
            }
            return switch (Source.firstCharacter(content)) {
                case -1 -> throw new LogRefused("empty-file", "the file is empty");
                case '{' -> throw new LogRefused("object-centric", XesFile.OBJECT_CENTRIC);
                case '<' -> new XesFile(content, reading).read();
                default -> new CsvFile(content, reading).read();
            };
        } catch (EOFException e) {
            throw new LogRefused("truncated", "the packed file ends too early");
        } catch (ZipException e) {
            throw new LogRefused("not-gzip", "the packed file is damaged: " + e.getMessage());
        } catch (LogTooLarge e) {
            throw new LogRefused("too-large", String.valueOf(e.getMessage()));
        }
    }
}

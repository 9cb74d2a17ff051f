package zhangfa.mining.read;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import zhangfa.mining.log.Progress;
import zhangfa.mining.ocel.ObjectLog;

/** Reads object-centric event logs: OCEL 1.0 and 2.0 as JSON, XML or SQLite, which is seen from the content. */
public final class ObjectLogs {

    private ObjectLogs() {}

    /**
     * Reads a file.
     *
     * @throws LogRefused when the content is no object-centric log, with the place
     * @throws IOException when the file cannot be read at all
     * @throws java.util.concurrent.CancellationException when the progress ended the reading
     */
    public static ObjectLog read(Path file, Progress progress) throws IOException, LogRefused {
        if (Files.isRegularFile(file)) {
            try (var raw = Files.newInputStream(file)) {
                if (Source.beginsAsSqlite(new BufferedInputStream(raw))) {
                    return new OcelSqlite(file, progress).read();
                }
            }
        }
        try (var raw = Files.newInputStream(file)) {
            return read(raw, Source.length(file), progress);
        }
    }

    /** Reads JSON or XML, packed or not, to the end of the stream; closing it stays with the caller. */
    public static ObjectLog read(InputStream in, Progress progress) throws IOException, LogRefused {
        return read(in, Progress.UNKNOWN, progress);
    }

    private static ObjectLog read(InputStream in, long length, Progress progress) throws IOException, LogRefused {
        try {
            var content = Source.open(in, length, progress);
            return switch (Source.firstCharacter(content)) {
                case -1 -> throw new LogRefused("empty-file", "the file is empty");
                case '<' -> new OcelXml(content).read();
                case '{' -> new OcelJson(content).read();
                default -> throw new LogRefused("not-ocel", "this is neither JSON, XML nor an unpacked SQLite file");
            };
        } catch (EOFException e) {
            throw new LogRefused("truncated", "the packed file ends too early");
        } catch (ZipException e) {
            throw new LogRefused("not-gzip", "the packed file is damaged: " + e.getMessage());
        }
    }
}

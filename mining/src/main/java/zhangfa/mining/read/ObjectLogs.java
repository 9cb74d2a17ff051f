package zhangfa.mining.read;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;
import zhangfa.mining.log.Progress;
import zhangfa.mining.ocel.ObjectLog;

/** Reads object-centric event logs: OCEL 1.0 and 2.0 as JSON, XML or SQLite, which is seen from the content. */
public final class ObjectLogs {

    private static final byte[] SQLITE = "SQLite format 3".getBytes(StandardCharsets.US_ASCII);

    private ObjectLogs() {}

    /**
     * Reads a file.
     *
     * @throws LogRefused when the content is no object-centric log, with the place
     * @throws IOException when the file cannot be read at all
     * @throws java.util.concurrent.CancellationException when the progress ended the reading
     */
    public static ObjectLog read(Path file, Progress progress) throws IOException, LogRefused {
        try (var raw = Files.newInputStream(file)) {
            var in = Source.open(raw, Source.length(file), progress);
            in.mark(SQLITE.length);
            if (Arrays.equals(in.readNBytes(SQLITE.length), SQLITE)) {
                return new OcelSqlite(file, progress).read();
            }
            in.reset();
            return switch (Source.firstCharacter(in)) {
                case -1 -> throw new LogRefused("empty-file", "the file is empty");
                case '<' -> new OcelXml(in).read();
                case '{' -> new OcelJson(in).read();
                default -> throw new LogRefused("not-ocel", "this is neither JSON, XML nor SQLite");
            };
        } catch (EOFException e) {
            throw new LogRefused("truncated", "the packed file ends too early");
        } catch (ZipException e) {
            throw new LogRefused("not-gzip", "the packed file is damaged: " + e.getMessage());
        }
    }
}

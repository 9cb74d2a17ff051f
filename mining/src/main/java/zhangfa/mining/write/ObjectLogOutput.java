package zhangfa.mining.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import zhangfa.mining.log.Progress;
import zhangfa.mining.ocel.ObjectLog;

/**
 * Writes object-centric logs as OCEL 2.0, valid by the standard's schemas. Times are written in UTC, to the microsecond where they have any. A log read from
 * OCEL 1.0 becomes one of 2.0 with the types that its events and objects showed. Relations to objects that are not there are left out, and so are
 * repeated ones; a type of attribute that the standard does not know becomes {@code string}.
 */
public final class ObjectLogOutput {

    private ObjectLogOutput() {}

    /**
     * Writes JSON in UTF-8. The stream stays open.
     *
     * @throws java.util.concurrent.CancellationException when the progress ended it
     */
    public static void writeJson(ObjectLog log, OutputStream out, Progress progress) throws IOException {
        var factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (var json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            new OcelJsonOutput(new OcelContent(log, progress), json).write();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Writes XML in UTF-8; characters that XML cannot hold become U+FFFD. The stream stays open.
     *
     * @throws java.util.concurrent.CancellationException when the progress ended it
     */
    public static void writeXml(ObjectLog log, OutputStream out, Progress progress) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        new OcelXmlOutput(new OcelContent(log, progress), writer).write();
        writer.flush();
    }

    /**
     * Writes a new SQLite file. Of several values that an attribute had from the beginning, the first is written; numbers are written as numbers. Where
     * the names of two attributes differ only in capitals, one gets a number behind it.
     *
     * @throws FileAlreadyExistsException when the file is there
     * @throws java.util.concurrent.CancellationException when the progress ended it; an unfinished file is taken away
     */
    public static void writeSqlite(ObjectLog log, Path file, Progress progress) throws IOException {
        Files.createFile(file);
        var done = false;
        var config = new SQLiteConfig();
        // Nobody reads the file before it is whole, and an unfinished one is taken away.
        config.setJournalMode(SQLiteConfig.JournalMode.OFF);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        try (var database = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath())) {
            database.setAutoCommit(false);
            new OcelSqliteOutput(new OcelContent(log, progress), database).write();
            database.commit();
            done = true;
        } catch (SQLException e) {
            throw new IOException("The file cannot be written: " + e.getMessage(), e);
        } finally {
            if (!done) {
                Files.delete(file);
            }
        }
    }
}

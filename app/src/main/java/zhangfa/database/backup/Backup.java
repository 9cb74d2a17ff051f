package zhangfa.database.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import zhangfa.database.backup.Manifest.Content;
import zhangfa.database.backup.Manifest.Table;

/**
 * Writes all the company's data as of one moment into one archive while people go on working. It is in PostgreSQL's
 * portable text form and can be read by another version of PostgreSQL. The master key is not in it.
 */
final class Backup {

    /** Times, numbers and bytes always in the same words, and rows in the order in which they lie. */
    static final List<String> SAME_WORDS = List.of(
            "set time zone 'UTC'",
            "set datestyle = 'ISO'",
            "set intervalstyle = 'postgres'",
            "set extra_float_digits = 1",
            "set bytea_output = 'hex'",
            "set synchronize_seqscans = off");

    private final DataSource source;
    private final Path files;
    private final Clock clock;

    Backup(DataSource source, Path files, Clock clock) {
        this.source = source;
        this.files = files;
        this.clock = clock;
    }

    Manifest write(Path target) throws SQLException, IOException {
        try (var connection = source.getConnection();
                var archive = new ZipOutputStream(Files.newOutputStream(target))) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                var manifest = write(connection, archive);
                archive.putNextEntry(new ZipEntry(Manifest.ENTRY));
                archive.write(manifest.json());
                archive.closeEntry();
                return manifest;
            } finally {
                connection.rollback();
            }
        }
    }

    /** Reads the archive again, every part of it, and compares it with what was meant to be in it. */
    static void verify(Path target) throws IOException {
        try (var archive = new ZipFile(target.toFile())) {
            var manifest = manifest(archive);
            for (var table : manifest.tables()) {
                check(archive, table.entry(), table.sha256());
            }
            for (var file : manifest.files()) {
                check(archive, file.entry(), file.sha256());
            }
        }
    }

    static Manifest manifest(ZipFile archive) throws IOException {
        var entry = archive.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new IOException("This is no backup of Zhangfa: it has no " + Manifest.ENTRY);
        }
        try (var json = archive.getInputStream(entry)) {
            return Manifest.read(json);
        }
    }

    private static void check(ZipFile archive, String name, String sha256) throws IOException {
        var fingerprint = new Fingerprint();
        var entry = archive.getEntry(name);
        if (entry == null) {
            throw new IOException("The backup lacks " + name);
        }
        try (var part = fingerprint.of(archive.getInputStream(entry))) {
            part.transferTo(OutputStream.nullOutputStream());
        }
        if (!fingerprint.hex().equals(sha256)) {
            throw new IOException("The backup is damaged in " + name);
        }
    }

    private Manifest write(Connection connection, ZipOutputStream archive) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            for (var setting : SAME_WORDS) {
                statement.execute(setting);
            }
        }
        var catalog = new Catalog(connection);
        var now = clock.instant();
        var tables = new ArrayList<Table>();
        for (var table : catalog.tables()) {
            archive.putNextEntry(new ZipEntry(table.entry()));
            tables.add(copy(connection, table, archive));
            archive.closeEntry();
        }
        // Sequences know no snapshot: read after the rows, they are never behind them. So it is with files.
        return new Manifest(
                Manifest.FORMAT,
                now,
                catalog.version(),
                catalog.histories(),
                tables,
                catalog.sequences(),
                writeFiles(archive));
    }

    static Table copy(Connection connection, Table table, OutputStream target) throws SQLException, IOException {
        var fingerprint = new Fingerprint();
        var rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy %s (%s) to stdout".formatted(table.quoted(), table.quotedColumns()),
                        fingerprint.of(target));
        return table.counted(rows, fingerprint.hex());
    }

    private List<Content> writeFiles(ZipOutputStream archive) throws IOException {
        var written = new ArrayList<Content>();
        if (!Files.isDirectory(files)) {
            return written;
        }
        try (var walk = Files.walk(files)) {
            for (var file : walk.filter(this::isStored).sorted().toList()) {
                var path = files.relativize(file).toString().replace('\\', '/');
                var fingerprint = new Fingerprint();
                archive.putNextEntry(new ZipEntry("files/" + path));
                long size;
                try (var content = fingerprint.of(Files.newInputStream(file))) {
                    size = content.transferTo(archive);
                }
                archive.closeEntry();
                written.add(new Content(path, size, fingerprint.hex()));
            }
        }
        return written;
    }

    /** Not what is still coming in. */
    private boolean isStored(Path file) {
        return Files.isRegularFile(file) && !file.startsWith(files.resolve("incoming"));
    }
}

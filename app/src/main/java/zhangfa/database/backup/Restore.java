package zhangfa.database.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import zhangfa.database.Migrations;
import zhangfa.database.backup.Manifest.Sequence;
import zhangfa.database.backup.Manifest.Table;

/** Brings the data of a backup into an empty database and an empty file store, whole and compared, or not at all. */
final class Restore {

    private final DataSource source;
    private final Path files;

    Restore(DataSource source, Path files) {
        this.source = source;
        this.files = files;
    }

    Manifest read(Path backup) throws SQLException, IOException {
        Backup.verify(backup);
        try (var archive = new ZipFile(backup.toFile());
                var connection = source.getConnection()) {
            var manifest = Backup.manifest(archive);
            refuseUnlessEmpty(connection);
            makeSchemas(connection, manifest);
            readFiles(archive, manifest);
            connection.setAutoCommit(false);
            try {
                readTables(connection, archive, manifest);
                connection.commit();
            } finally {
                connection.rollback();
            }
            return manifest;
        }
    }

    private void refuseUnlessEmpty(Connection connection) throws SQLException, IOException {
        if (!new Catalog(connection).tables().isEmpty()) {
            throw new IOException(
                    "There is data already: a backup is restored into a new data folder or an empty database only.");
        }
        if (Files.isDirectory(files)) {
            try (var found = Files.list(files)) {
                if (found.findAny().isPresent()) {
                    throw new IOException("There are files already in " + files);
                }
            }
        }
    }

    /** As far as they had come; the next start takes them on from there. */
    private void makeSchemas(Connection connection, Manifest manifest) throws SQLException, IOException {
        var migrations = new Migrations(source);
        for (var history : manifest.histories()) {
            migrations.apply(history.module(), history.version());
        }
        if (!new Catalog(connection).histories().equals(manifest.histories())) {
            throw new IOException("The backup is of another or a newer Zhangfa: this one cannot make its schemas.");
        }
    }

    private void readTables(Connection connection, ZipFile archive, Manifest manifest)
            throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            for (var setting : Backup.SAME_WORDS) {
                statement.execute(setting);
            }
            // Rows come table by table: neither foreign keys nor triggers may judge a half.
            statement.execute("set local session_replication_role = replica");
            makeMissing(connection, manifest);
            var made = new Catalog(connection).tables();
            if (!made.isEmpty()) {
                statement.execute("truncate " + made.stream().map(Table::quoted).collect(Collectors.joining(", ")));
            }
        }
        for (var table : manifest.tables()) {
            try (var rows = archive.getInputStream(archive.getEntry(table.entry()))) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy %s (%s) from stdin".formatted(table.quoted(), table.quotedColumns()), rows);
            }
            compare(connection, table);
        }
        for (var sequence : manifest.sequences()) {
            set(connection, sequence);
        }
    }

    /** What time and people have brought and no migration knows: partitions of months, tables of registers. */
    private static void makeMissing(Connection connection, Manifest manifest) throws SQLException {
        var made = new Catalog(connection).tables().stream().map(Table::quoted).collect(Collectors.toSet());
        try (var statement = connection.createStatement()) {
            for (var table : manifest.tables()) {
                var partition = table.partition();
                if (made.contains(table.quoted())) {
                    continue;
                }
                if (partition != null) {
                    statement.execute("create table %s partition of %s %s"
                            .formatted(table.quoted(), partition.parent(), partition.bound()));
                } else {
                    for (var part : table.statements()) {
                        statement.execute(part);
                    }
                }
            }
        }
    }

    private static void compare(Connection connection, Table wanted) throws SQLException, IOException {
        var found = Backup.copy(connection, wanted, OutputStream.nullOutputStream());
        if (!found.equals(wanted)) {
            throw new IOException("%s did not come back as it was: %d rows instead of %d"
                    .formatted(wanted.quoted(), found.rows(), wanted.rows()));
        }
    }

    private static void set(Connection connection, Sequence sequence) throws SQLException {
        var name = Catalog.quoted(sequence.schema()) + "." + Catalog.quoted(sequence.name());
        try (var statement = connection.createStatement()) {
            statement.execute("create sequence if not exists " + name);
        }
        var last = sequence.last();
        if (last != null) {
            try (var statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
                statement.setString(1, name);
                statement.setLong(2, last);
                statement.execute();
            }
        }
    }

    private void readFiles(ZipFile archive, Manifest manifest) throws IOException {
        for (var file : manifest.files()) {
            var target = files.resolve(file.path()).normalize();
            if (!target.startsWith(files)) {
                throw new IOException("The backup names a file outside the file store: " + file.path());
            }
            Files.createDirectories(target.getParent());
            try (var content = archive.getInputStream(archive.getEntry(file.entry()))) {
                Files.copy(content, target);
            }
        }
    }
}

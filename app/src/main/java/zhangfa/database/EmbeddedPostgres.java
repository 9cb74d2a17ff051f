package zhangfa.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server on the data folder: durable, closed to everybody but the owner of the folder, on loopback.
 * A server that a crash left running is used on; a folder is never deleted.
 */
final class EmbeddedPostgres implements AutoCloseable {

    static final String OWNER = "zhangfa";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final DataFolder folder;
    private final PostgresBinaries binaries;
    private final int port;

    private EmbeddedPostgres(DataFolder folder, PostgresBinaries binaries, int port) {
        this.folder = folder;
        this.binaries = binaries;
        this.port = port;
    }

    static EmbeddedPostgres start(DataFolder folder) {
        var binaries = PostgresBinaries.unpacked();
        if (!Files.exists(folder.cluster().resolve("PG_VERSION"))) {
            create(folder, binaries);
        }
        var port = Postmaster.running(folder.cluster()).orElse(0);
        if (port != 0) {
            log.info("Using the PostgreSQL that an earlier run left on port {}", port);
            return new EmbeddedPostgres(folder, binaries, port);
        }
        var server = new EmbeddedPostgres(
                folder, binaries, Postmaster.isFree(folder.port()) ? folder.port() : folder.anotherPort());
        server.start();
        return server;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, OWNER);
    }

    String password() {
        return folder.password();
    }

    @Override
    public void close() {
        run(command(
                binaries.program("pg_ctl"), "stop", "-D", folder.cluster().toString(), "-m", "fast", "-w", "-t", "60"));
        folder.close();
    }

    /** Makes the cluster beside its place and moves it there, so that a start that was killed half way leaves no half cluster. */
    private static void create(DataFolder folder, PostgresBinaries binaries) {
        var fresh = folder.cluster().resolveSibling("postgres-new");
        try {
            deleteUnfinished(fresh);
            run(command(
                    binaries.program("initdb"),
                    "-D",
                    fresh.toString(),
                    "-U",
                    OWNER,
                    "--pwfile=" + folder.passwordFile(),
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--data-checksums"));
            Files.writeString(fresh.resolve("postgresql.auto.conf"), settings());
            Files.move(fresh, folder.cluster());
        } catch (IOException e) {
            throw new UncheckedIOException("The database cannot be created: " + e.getMessage(), e);
        }
    }

    private static String settings() {
        return """
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                password_encryption = 'scram-sha-256'
                max_connections = 60
                shared_buffers = '256MB'
                wal_compression = on
                max_wal_size = '2GB'
                timezone = 'UTC'
                log_timezone = 'UTC'
                """;
    }

    private void start() {
        run(command(
                binaries.program("pg_ctl"),
                "start",
                "-D",
                folder.cluster().toString(),
                "-l",
                folder.log().toString(),
                "-o",
                "-p " + port,
                "-w",
                "-t",
                "60"));
        Databases.ensure(this);
    }

    /** As root the server runs in a user namespace of its own, since PostgreSQL refuses to run as root. */
    private static List<String> command(Path program, String... arguments) {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void run(List<String> command) {
        try {
            var output = Files.createTempFile("zhangfa-postgres", ".log");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            var ended = process.waitFor(90, TimeUnit.SECONDS);
            var said = Files.readString(output).strip();
            Files.deleteIfExists(output);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException("PostgreSQL said: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for PostgreSQL", e);
        }
    }

    /** Only a cluster that was never finished: it has not been given its name yet and holds no data of anybody. */
    private static void deleteUnfinished(Path fresh) throws IOException {
        if (!Files.exists(fresh)) {
            return;
        }
        try (var files = Files.walk(fresh)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

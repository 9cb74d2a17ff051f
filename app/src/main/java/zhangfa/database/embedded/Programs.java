package zhangfa.database.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL programs that make, start and stop a cluster. */
final class Programs {

    static final String MAJOR = "18";

    private static final Logger log = LoggerFactory.getLogger(Programs.class);
    private static final long LARGEST_LOG = 10_000_000;
    /** A recovery after a crash reads at most max_wal_size and takes its time on a slow disk. */
    private static final int PATIENCE = 300;

    private final Path home;
    private final Terms terms;

    private Programs(Path home, Terms terms) {
        this.home = home;
        this.terms = terms;
    }

    static Programs on(DataFolder folder) {
        var terms = Terms.on(folder.root());
        return new Programs(PostgresBinaries.unpacked(folder.root(), !terms.isSomebodyElse()), terms);
    }

    void create(Path cluster, String owner, Path passwordFile) {
        // PostgreSQL's own collation: the same order on every machine, and lower and upper case beyond ASCII.
        var output = run(
                "initdb",
                "--pgdata=" + cluster,
                "--username=" + owner,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        if (!output.succeeded()) {
            throw DatabaseRefused.said(output.text());
        }
    }

    void start(DataFolder folder, int port) {
        var before = beginLog(folder.log());
        var output = run(
                "pg_ctl",
                "start",
                "--pgdata=" + folder.cluster(),
                "--log=" + folder.log(),
                "--options=-p " + port,
                "--wait",
                "--timeout=" + PATIENCE);
        if (!output.succeeded()) {
            throw DatabaseRefused.said(endOf(folder.log(), before).orElse(output.text()));
        }
    }

    void stop(DataFolder folder) {
        if (Postmaster.on(folder.cluster()).isEmpty()) {
            return;
        }
        var output = run("pg_ctl", "stop", "--pgdata=" + folder.cluster(), "--mode=fast", "--wait", "--timeout=60");
        if (!output.succeeded()) {
            log.error("PostgreSQL did not stop: {}", output.text());
        }
    }

    private record Output(boolean succeeded, String text) {}

    private Output run(String program, String... arguments) {
        var command = new ArrayList<>(terms.prefix());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            // A file, since the server inherits the stream and keeps it open.
            var said = Files.createTempFile("zhangfa-postgres", ".log");
            try {
                var process = new ProcessBuilder(command)
                        .directory(Path.of("/").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
                var ended = process.waitFor(PATIENCE + 30, TimeUnit.SECONDS);
                return new Output(
                        ended && process.exitValue() == 0,
                        Files.readString(said).strip());
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            return new Output(false, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Output(false, "Interrupted while waiting for PostgreSQL");
        }
    }

    /** The length of the log so far; a long one is put aside. */
    private static long beginLog(Path file) {
        try {
            if (Files.exists(file) && Files.size(file) > LARGEST_LOG) {
                Files.move(file, file.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static Optional<String> endOf(Path file, long from) {
        try {
            var bytes = Files.readAllBytes(file);
            var lines = new String(bytes, (int) from, (int) (bytes.length - from), UTF_8)
                    .lines()
                    .toList();
            var end = String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
            return Optional.of(end).filter(text -> !text.isBlank());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

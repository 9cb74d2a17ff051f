package zhangfa.database.backup;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Description;
import org.springframework.context.annotation.Profile;
import zhangfa.command.Command;
import zhangfa.command.CommandLine;

/** Backup and restore from the terminal. */
@Configuration(proxyBeanMethods = false)
@Profile(CommandLine.PROFILE)
class BackupCommands {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final DataSource source;
    private final Path data;

    BackupCommands(DataSource source, @Value("${zhangfa.data:data}") Path data) {
        this.source = source;
        this.data = data.toAbsolutePath().normalize();
    }

    @Bean
    @Description("[file]  writes all data into one file, also while the product runs")
    Command backup(Clock clock) {
        return (arguments, out) -> {
            if (arguments.size() > 1) {
                System.err.println("Usage: bin/zhangfa backup [file]");
                return Command.NOT_UNDERSTOOD;
            }
            return backup(arguments.isEmpty() ? usual(clock) : Path.of(arguments.getFirst()), clock, out);
        };
    }

    @Bean
    @Description("<file>  brings a backup into a new data folder (ZHANGFA_DATA) or an empty database")
    Command restore() {
        return (arguments, out) -> restore(arguments, out);
    }

    private int backup(Path target, Clock clock, PrintStream out) throws Exception {
        var file = target.toAbsolutePath().normalize();
        if (Files.exists(file)) {
            System.err.println("There is a file already: " + file);
            return Command.FAILED;
        }
        Files.createDirectories(file.getParent());
        // Readable by nobody else, and under its name only when it is whole and proven.
        var part = Files.createTempFile(
                file.getParent(),
                "backup-",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            var manifest = new Backup(source, data.resolve("files"), clock).write(part);
            if (manifest.tables().isEmpty()) {
                throw new IllegalStateException("There is nothing to back up in " + data);
            }
            Backup.verify(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            out.printf(
                    "%s: %d tables, %d rows, %d files, %d bytes, verified%n",
                    file,
                    manifest.tables().size(),
                    manifest.rows(),
                    manifest.files().size(),
                    Files.size(file));
            return Command.DONE;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private int restore(List<String> arguments, PrintStream out) throws Exception {
        if (arguments.size() != 1) {
            System.err.println("Usage: ZHANGFA_DATA=<new folder> bin/zhangfa restore <file>");
            return Command.NOT_UNDERSTOOD;
        }
        var manifest = new Restore(source, data.resolve("files")).read(Path.of(arguments.getFirst()));
        out.printf(
                "%s: %d tables, %d rows, %d files of %s, compared%n",
                data,
                manifest.tables().size(),
                manifest.rows(),
                manifest.files().size(),
                manifest.madeAt());
        return Command.DONE;
    }

    private Path usual(Clock clock) {
        return data.resolve("backups").resolve("zhangfa-" + MOMENT.format(LocalDateTime.now(clock)) + ".zip");
    }
}

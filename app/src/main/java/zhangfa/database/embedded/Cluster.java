package zhangfa.database.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The files of one database server, and the settings they are made with. */
final class Cluster {

    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            password_encryption = 'scram-sha-256'
            max_connections = 60
            wal_compression = on
            max_wal_size = '2GB'
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            """;

    private Cluster() {}

    static void ensure(DataFolder folder, Programs programs) {
        try {
            var version = folder.cluster().resolve("PG_VERSION");
            if (!Files.exists(version)) {
                create(folder, programs);
            } else if (!Files.readString(version).strip().equals(Programs.MAJOR)) {
                throw DatabaseRefused.otherVersion(
                        folder.root(), Files.readString(version).strip(), Programs.MAJOR);
            }
        } catch (IOException e) {
            throw DatabaseRefused.folder(folder.root(), e);
        }
    }

    /** Makes the cluster beside its place and moves it there, so that a start that was killed half way leaves no half cluster. */
    private static void create(DataFolder folder, Programs programs) throws IOException {
        var fresh = folder.cluster().resolveSibling("postgres-new");
        deleteUnfinished(fresh);
        programs.create(fresh, EmbeddedPostgres.OWNER, folder.passwordFile());
        Files.writeString(
                fresh.resolve("postgresql.auto.conf"), SETTINGS + "shared_buffers = '" + buffers(memory()) + "MB'\n");
        Files.move(fresh, folder.cluster());
    }

    /** An eighth of what the machine, or its container, has: the same machine runs the product, and files are kept in memory by the system as well. */
    static long buffers(long memory) {
        return Math.clamp(memory >> 23, 128, 4096);
    }

    private static long memory() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }

    /** Only a cluster that was never finished: it has not been given its name yet and holds no data of anybody. */
    private static void deleteUnfinished(Path fresh) throws IOException {
        if (!Files.exists(fresh)) {
            return;
        }
        try (var files = Files.walk(fresh)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package zhangfa.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database survives whatever happens to processes, and says clearly what it cannot do. */
class EmbeddedPostgresTests {

    private static final Duration RECOVERY = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeARow() throws SQLException {
        try (var server = open()) {
            execute(server, "create table kept (word text)", "insert into kept values ('章法')");
        }
    }

    @Test
    void isDurableClosedAndSortsTheSameEverywhere() throws Exception {
        try (var server = open()) {
            assertThat(read(server, "show fsync")).isEqualTo("on");
            assertThat(read(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(read(server, "show data_checksums")).isEqualTo("on");
            assertThat(read(server, "select upper('é')")).isEqualTo("É");
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), EmbeddedPostgres.OWNER, "guess"))
                    .hasMessageContaining("password");
            assertThat(Files.getPosixFilePermissions(folder.resolve("database-password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aServerThatACrashedApplicationLeftIsUsedOn() throws Exception {
        Abandoned.on(folder);
        var left = Postmaster.on(cluster()).orElseThrow();
        try (var server = open()) {
            assertThat(Postmaster.on(cluster()).orElseThrow().pid()).isEqualTo(left.pid());
            assertKept(server);
        }
        assertThat(Postmaster.on(cluster())).isEmpty();
    }

    @Test
    void aServerThatIsKilledIsStartedAgainOnItsPort() throws Exception {
        try (var server = open()) {
            execute(server, "insert into kept values ('committed a moment before')");
            ProcessHandle.of(Postmaster.on(cluster()).orElseThrow().pid())
                    .orElseThrow()
                    .destroyForcibly();
            awaitAnswer(server);
            assertKept(server);
            assertThat(read(server, "select word from kept where word like 'committed%'"))
                    .isNotBlank();
        }
    }

    @Test
    void bothKilledAtOnceLoseNothing() throws Exception {
        Abandoned.on(folder);
        ProcessHandle.of(Postmaster.on(cluster()).orElseThrow().pid())
                .orElseThrow()
                .destroyForcibly();
        try (var server = open()) {
            assertKept(server);
        }
    }

    @Test
    void aNumberThatAnotherProcessHasGotSinceDoesNotHinder() throws Exception {
        Files.writeString(
                cluster().resolve("postmaster.pid"),
                "%d%n%s%n1700000000%n%d%n%n127.0.0.1%n"
                        .formatted(ProcessHandle.current().pid(), cluster(), 1));
        try (var server = open()) {
            assertKept(server);
        }
    }

    @Test
    void aStrangerOnThePortMakesItMoveForGood() throws Exception {
        var taken = rememberedPort();
        try (var stranger = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress());
                var server = open()) {
            assertThat(stranger.isBound()).isTrue();
            assertThat(server.url()).doesNotContain(":" + taken + "/");
            assertKept(server);
        }
        assertThat(rememberedPort()).isNotEqualTo(taken);
    }

    private static int rememberedPort() {
        try (var data = DataFolder.open(folder)) {
            return data.port();
        }
    }

    @Test
    void aSecondApplicationOnTheFolderIsRefused() {
        try (var server = open()) {
            assertThat(server.url()).isNotBlank();
            assertThatThrownBy(EmbeddedPostgresTests::open)
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("already running on the data folder " + folder);
        }
    }

    @Test
    void aFailedStartShowsWhatPostgresSaidAndGivesTheFolderFree() throws Exception {
        var settings = cluster().resolve("postgresql.auto.conf");
        var good = Files.readString(settings);
        Files.writeString(settings, "shared_buffers = 'plenty'\n", StandardOpenOption.APPEND);
        assertThatThrownBy(EmbeddedPostgresTests::open)
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("plenty");
        Files.writeString(settings, good);
        try (var server = open()) {
            assertKept(server);
        }
    }

    @Test
    void aFolderOfAnotherVersionIsRefusedUntouched(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("postgres"));
        Files.writeString(other.resolve("postgres/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(DataFolder.open(other)))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("PostgreSQL 17");
        assertThat(other.resolve("postgres")).isDirectoryContaining("glob:**/PG_VERSION");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefused(@TempDir Path other) throws IOException {
        var file = Files.createFile(other.resolve("file"));
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("cannot be used");
    }

    private static EmbeddedPostgres open() {
        return EmbeddedPostgres.start(DataFolder.open(folder));
    }

    private static Path cluster() {
        return folder.resolve("postgres");
    }

    private static void assertKept(EmbeddedPostgres server) throws SQLException {
        assertThat(read(server, "select word from kept where word = '章法'")).isEqualTo("章法");
    }

    private static void awaitAnswer(EmbeddedPostgres server) throws SQLException {
        var end = Instant.now().plus(RECOVERY);
        while (true) {
            try {
                read(server, "select 1");
                return;
            } catch (SQLException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
            }
        }
    }

    private static void execute(EmbeddedPostgres server, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), EmbeddedPostgres.OWNER, server.password());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String read(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), EmbeddedPostgres.OWNER, server.password());
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            assertThat(found.next()).isTrue();
            return found.getString(1);
        }
    }
}

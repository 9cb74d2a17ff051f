package zhangfa.mining.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhangfa.mining.log.Progress;
import zhangfa.mining.ocel.ObjectLog;
import zhangfa.mining.ocel.ObjectLog.LogEvent;
import zhangfa.mining.ocel.ObjectLog.LogObject;
import zhangfa.mining.ocel.ObjectLog.Relation;
import zhangfa.mining.write.ObjectLogOutput;

/** A database that anybody may have made is refused with what is wrong, and cannot make the reader compute or remember without end. */
class BrokenSqliteTests {

    @TempDir
    Path folder;

    private Path log(int events) throws IOException {
        var file = folder.resolve("log.sqlite");
        var all = IntStream.range(0, events)
                .mapToObj(number -> new LogEvent(
                        "e" + number, "a", Instant.EPOCH, Map.of("n", "1"), List.of(new Relation("o", ""))))
                .toList();
        var object = new LogObject("o", "order", List.of(), List.of());
        ObjectLogOutput.writeSqlite(new ObjectLog(List.of(), List.of(), List.of(object), all), file, Progress.NONE);
        return file;
    }

    private static void change(Path file, String... statements) throws Exception {
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = database.createStatement()) {
            for (var one : statements) {
                statement.execute(one);
            }
        }
    }

    private static LogRefused refusal(Path file) {
        return catchThrowableOfType(LogRefused.class, () -> ObjectLogs.read(file, Progress.NONE));
    }

    @Test
    void aFileThatIsCutOffOrOverwrittenIsRefused() throws Exception {
        var content = Files.readAllBytes(log(2_000));
        var file = folder.resolve("bad.sqlite");
        Files.write(file, Arrays.copyOf(content, content.length / 2));
        assertThat(refusal(file).reasonCode()).isEqualTo("not-sqlite");
        Arrays.fill(content, 4096, content.length / 2, (byte) 7);
        Files.write(file, content);
        assertThat(refusal(file).reasonCode()).isEqualTo("not-sqlite");
    }

    @Test
    void anotherDatabaseIsNoLogAndViewsAreNoTables() throws Exception {
        var other = folder.resolve("other.sqlite");
        change(other, "create table people (name text)");
        assertThat(refusal(other)).hasMessageContaining("[people]");

        var file = log(1);
        change(file, "alter table event_a rename to b", "create view event_a as select * from b");
        assertThat(refusal(file)).hasMessageContaining("there is no table event_a");

        Files.delete(file);
        change(log(1), "alter table event_a rename column ocel_time to happened");
        assertThat(refusal(file)).hasMessageContaining("ocel_time");
    }

    @Test
    void wrongTimesAndTheSameIdTwiceAreNamed() throws Exception {
        var file = log(3);
        change(file, "update event_a set ocel_time = 'soon' where ocel_id = 'e1'");
        assertThat(refusal(file)).hasMessageContaining("ocel_time: 'soon' is not a time");
        change(file, "update event_a set ocel_time = '2024-01-01', ocel_id = 'e0' where ocel_id < 'e2'");
        assertThat(refusal(file).reasonCode()).isEqualTo("duplicate-id");
    }

    @Test
    void whatIsComputedOrFarLongerThanTheFileIsNotTakenIn() throws Exception {
        var file = log(100);
        change(file, "update event_a set n = zeroblob(20000000) where ocel_id = 'e7'");
        assertThat(refusal(file).reasonCode()).isEqualTo("too-long");

        Files.delete(file);
        change(
                log(100),
                "alter table event_a add column more text generated always as (hex(zeroblob(1000000))) virtual");
        assertThat(refusal(file).reasonCode()).isEqualTo("too-large");
    }

    @Test
    void whoFollowsKnowsHowManyRowsThereAreAndMayEndIt() throws Exception {
        var file = log(20_000);
        var told = new long[2];
        ObjectLogs.read(file, (done, all) -> {
            told[0] = done;
            told[1] = all;
            return true;
        });

        assertThat(told[1]).isEqualTo(3 * 20_000 + 2);
        assertThat(told[0]).isBetween(1L, told[1]);
        assertThatThrownBy(() -> ObjectLogs.read(file, (done, all) -> all < 0 || done < all / 2))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> EventLogs.read(file, Reading.USUAL)).hasMessageContaining("object-centric");
    }
}

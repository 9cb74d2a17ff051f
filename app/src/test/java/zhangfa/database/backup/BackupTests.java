package zhangfa.database.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import zhangfa.database.Migrations;
import zhangfa.database.embedded.DataFolder;
import zhangfa.database.embedded.EmbeddedPostgres;

/** What a backup holds is one moment of the company, and comes back as it was. */
class BackupTests {

    @TempDir
    static Path folder;

    static EmbeddedPostgres server;
    static DataSource company;

    @BeforeAll
    static void open() throws IOException {
        server = EmbeddedPostgres.start(DataFolder.open(folder.resolve("data")));
        company = database(EmbeddedPostgres.OWNER);
        new Migrations(company).apply();
        JdbcClient.create(company).sql("""
                create table sample.entry_2026_02 partition of sample.entry for values from ('2026-02-01') to ('2026-03-01');
                create sequence sample.made_number;
                create table sample.made (id uuid primary key, number text not null unique, words text[] not null default '{}');
                create index on sample.made using gin (words);
                create unique index made_once on sample.made (lower(number));
                insert into sample.made values (gen_random_uuid(), 'HT-' || nextval('sample.made_number'), '{租赁}');
                insert into sample.entry values ('2026-01-05', '一'), ('2026-02-05', E'tab\\tand\\nline \\\\N');
                insert into sample.account (parent, name, secret, weight, labels, "order")
                select 1, '名' || n, sha256(n::text::bytea), 1 / n::float8, array[n::text, 'a,"b'], jsonb_build_object('n', n)
                from generate_series(1, 5000) n;
                """).update();
        Files.createDirectories(files().resolve("ab"));
        Files.writeString(files().resolve("ab/cdef"), "a sealed voucher");
        Files.createDirectories(files().resolve("incoming"));
        Files.writeString(files().resolve("incoming/half"), "half a vou");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void comesBackAsItWas() throws Exception {
        var backup = folder.resolve("quiet.zip");
        var manifest = write(backup);
        var returned = fresh("returned");
        new Restore(returned, folder.resolve("returned")).read(backup);

        assertThat(contents(returned)).isEqualTo(contents(company));
        assertThat(manifest.rows()).isGreaterThan(5000);
        assertThat(folder.resolve("returned/ab/cdef")).hasContent("a sealed voucher");
        assertThat(folder.resolve("returned/incoming")).doesNotExist();
    }

    @Test
    void aTableThatPeopleMadeComesBackWithItsRulesAndNumbers() throws Exception {
        var backup = folder.resolve("made.zip");
        write(backup);
        var returned = fresh("made");
        new Restore(returned, folder.resolve("made")).read(backup);
        var sql = JdbcClient.create(returned);
        assertThat(sql.sql("select nextval('sample.made_number')")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThatThrownBy(() -> sql.sql("insert into sample.made (id, number) values (gen_random_uuid(), 'ht-1')")
                        .update())
                .hasMessageContaining("made_once");
    }

    @Test
    void takesNumbersOnWhereTheyStood() throws Exception {
        var backup = folder.resolve("numbers.zip");
        write(backup);
        var returned = fresh("numbers");
        new Restore(returned, folder.resolve("numbers")).read(backup);

        var next = JdbcClient.create(returned)
                .sql("insert into sample.account (name) values ('next') returning id")
                .query(Long.class)
                .single();
        assertThat(next).isGreaterThan(5000);
        assertThat(new Catalog(returned.getConnection()).histories())
                .isEqualTo(new Catalog(company.getConnection()).histories());
    }

    @Test
    void isOneMomentWhilePeopleGoOnWorking() throws Exception {
        var done = new AtomicBoolean();
        var begun = new CountDownLatch(20);
        var work = CompletableFuture.runAsync(() -> transferUntil(done, begun));
        begun.await();
        var backup = folder.resolve("busy.zip");
        write(backup);
        done.set(true);
        work.join();

        var returned = fresh("busy");
        new Restore(returned, folder.resolve("busy")).read(backup);
        var sql = JdbcClient.create(returned);
        assertThat(sum(sql, "debit")).isEqualTo(sum(sql, "credit")).isPositive();
    }

    @Test
    void isNotBroughtIntoADatabaseThatHasData() throws Exception {
        var backup = folder.resolve("refused.zip");
        write(backup);
        var before = contents(company);
        assertThatThrownBy(() -> new Restore(company, folder.resolve("refused")).read(backup))
                .hasMessageContaining("There is data already");
        assertThat(contents(company)).isEqualTo(before);
    }

    @Test
    void aDamagedBackupIsNotBroughtBack() throws Exception {
        var backup = folder.resolve("damaged.zip");
        write(backup);
        try (var file = new RandomAccessFile(backup.toFile(), "rw")) {
            file.seek(file.length() / 2);
            var there = file.read();
            file.seek(file.length() / 2);
            file.write(there ^ 0xff);
        }
        var returned = fresh("damaged");
        assertThatThrownBy(() -> new Restore(returned, folder.resolve("damaged")).read(backup))
                .isInstanceOf(IOException.class);
        assertThat(new Catalog(returned.getConnection()).tables()).isEmpty();
    }

    private static Manifest write(Path backup) throws SQLException, IOException {
        return new Backup(company, files(), Clock.systemUTC()).write(backup);
    }

    private static void transferUntil(AtomicBoolean done, CountDownLatch begun) {
        var sql = JdbcClient.create(company);
        while (!done.get()) {
            var id = UUID.randomUUID();
            sql.sql("""
                    with debit as (insert into sample.debit values (:id, 7))
                    insert into sample.credit values (:id, 7)
                    """).param("id", id).update();
            begun.countDown();
        }
    }

    private static long sum(JdbcClient sql, String table) {
        return sql.sql("select coalesce(sum(amount), 0) from sample." + table)
                .query(Long.class)
                .single();
    }

    /** Every table with its rows counted and fingerprinted. */
    private static List<Manifest.Table> contents(DataSource source) throws SQLException, IOException {
        try (var connection = source.getConnection()) {
            var tables = new ArrayList<Manifest.Table>();
            for (var table : new Catalog(connection).tables()) {
                tables.add(Backup.copy(connection, table, OutputStream.nullOutputStream()));
            }
            return tables;
        }
    }

    private static Path files() {
        return folder.resolve("data/files");
    }

    private static DataSource fresh(String name) {
        JdbcClient.create(company).sql("create database " + name).update();
        return database(name);
    }

    private static DataSource database(String name) {
        var source = new PGSimpleDataSource();
        source.setUrl(server.url().replaceFirst("/[^/]+$", "/" + name));
        source.setUser(EmbeddedPostgres.OWNER);
        source.setPassword(server.password());
        return source;
    }
}

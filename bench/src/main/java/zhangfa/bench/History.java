package zhangfa.bench;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Years of finished cases: copies of a few real ones, with all that hangs on them (tasks, journal, messages and notices), each with keys, a number and
 * times of its own, in the order of time. Their journals do not verify, since a copy's hashes are those of its model.
 */
final class History {

    /** Two cases begin so far apart: five million in 300 days. */
    private static final String APART = "interval '5 seconds'";

    /** The numbers of a batch, each with its moment and its model. */
    private static final String ROWS = """
            (select number, w.since + number * %s as at from bench.written w, generate_series(?::bigint, ?::bigint) as number) n
            join bench.model m on m.place = n.number %% (select count(*) from bench.model)
            join process.case c on c.id = m.id""".formatted(APART);

    private static final int BATCH = 20_000;

    /** Rows of a case in a table, found by a column; each copy has some columns of its own. */
    private record Part(String table, String of, Map<String, String> own) {}

    private static final List<Part> PARTS = List.of(
            new Part(
                    "process.case",
                    "id",
                    Map.of(
                            "id",
                            key("case", ""),
                            "number",
                            "'H' || lpad(n.number::text, 9, '0')",
                            "started_at",
                            "n.at",
                            "ended_at",
                            later("t.ended_at"))),
            new Part("process.part", "case_id", Map.of("case_id", key("case", ""))),
            new Part(
                    "process.task",
                    "case_id",
                    Map.of(
                            "id", key("task", " || t.number"),
                            "case_id", key("case", ""),
                            "created_at", later("t.created_at"),
                            "closed_at", later("t.closed_at"))),
            new Part(
                    "journal.entry",
                    "stream",
                    Map.of("stream", key("case", ""), "at", later("t.at"), "recorded_at", later("t.recorded_at"))),
            new Part(
                    "notification.message",
                    "case_id",
                    Map.of("id", key("message", " || t.id::text"), "case_id", key("case", ""), "at", later("t.at"))));

    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isNew() {
        return jdbc.sql("select to_regclass('bench.model') is null")
                .query(Boolean.class)
                .single();
    }

    /** From now on, copies are copies of these. */
    void copyThese(List<UUID> models) {
        jdbc.sql("create schema if not exists bench").update();
        jdbc.sql("""
                create function bench.key(at timestamptz, what text) returns uuid language sql immutable as $$
                    select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(what), 1, 3) || '8'
                        || substr(md5(what), 4, 15))::uuid
                $$""").update();
        jdbc.sql("select journal.make_months((now() - interval '300 days')::date, 12)")
                .query(row -> {});
        jdbc.sql("create table bench.written as select 0::bigint as cases, now() - interval '300 days' as since")
                .update();
        jdbc.sql(
                        "create table bench.model as select id, row_number() over (order by id) - 1 as place from process.case where id = any (?)")
                .param(models.toArray(UUID[]::new))
                .update();
    }

    void writeUpTo(long cases) {
        var written =
                jdbc.sql("select cases from bench.written").query(Long.class).single();
        for (var first = written; first < cases; first += BATCH) {
            write(first, Math.min(first + BATCH, cases));
        }
        if (written < cases) {
            jdbc.sql("vacuum (analyze)").update();
        }
    }

    /** The copies from this number to before that one. */
    private void write(long first, long last) {
        for (var part : PARTS) {
            copy(part, first, last);
        }
        notices(first, last);
        jdbc.sql("update bench.written set cases = ?").param(last).update();
    }

    /** All of them have been read. */
    private void notices(long first, long last) {
        jdbc.sql(("insert into notification.notice (person, message, read_at) select o.person, "
                                + key("message", " || t.id::text")
                                + ", now() from %s join notification.message t on t.case_id = m.id join notification.notice o on o.message = t.id")
                        .formatted(ROWS))
                .params(first, last - 1)
                .update();
    }

    private void copy(Part part, long first, long last) {
        var columns = jdbc.sql("""
                        select column_name from information_schema.columns
                        where table_schema || '.' || table_name = ? order by ordinal_position""").param(part.table()).query(String.class).list();
        var values = columns.stream()
                .map(column -> part.own().getOrDefault(column, "t." + column))
                .collect(Collectors.joining(", "));
        jdbc.sql("insert into %s (%s) select %s from %s join %s t on t.%s = m.id order by n.number"
                        .formatted(part.table(), String.join(", ", columns), values, ROWS, part.table(), part.of()))
                .params(first, last - 1)
                .update();
    }

    private static String key(String kind, String part) {
        return "bench.key(n.at, '" + kind + "' || n.number" + part + ")";
    }

    private static String later(String column) {
        return "n.at + (" + column + " - c.started_at)";
    }
}

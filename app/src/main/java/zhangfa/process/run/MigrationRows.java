package zhangfa.process.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.process.Migrations.Blocked;
import zhangfa.process.Migrations.Plan;
import zhangfa.process.Migrations.Progress;
import zhangfa.process.Migrations.Version;
import zhangfa.process.form.Fields;

/** Where migrations are kept, with what became of each case. */
@Component
class MigrationRows {

    private static final int PAGE = 200;
    private static final int NAMED = 100;

    private static final String PROGRESS = """
            select m.*,
                (select count(*) from process.migrated d where d.migration = m.id and d.reasons is null) as moved,
                (select count(*) from process.migrated d where d.migration = m.id and d.reasons is not null) as refused
            from process.migration m""";

    private static final String RUNNING =
            "process.running r join process.case c on c.id = r.case_id where c.process = :process and c.version = :from";

    private final JdbcClient jdbc;

    MigrationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Versions by which cases run, and the newest published one. */
    List<Version> versions(String process, int current) {
        return jdbc.sql("""
                        select v.version, count(c.id) as running from process.definition v
                        left join (process.running r join process.case c on c.id = r.case_id) on c.process = v.key and c.version = v.version
                        where v.key = :process and v.status = 'published' group by v.version
                        having count(c.id) > 0 or v.version = :current order by v.version desc""")
                .param("process", process)
                .param("current", current)
                .query((row, number) ->
                        new Version(row.getInt("version"), row.getLong("running"), row.getInt("version") == current))
                .list();
    }

    long running(Plan plan) {
        return jdbc.sql("select count(*) from " + RUNNING)
                .param("process", plan.process())
                .param("from", plan.from())
                .query(Long.class)
                .single();
    }

    /** The next cases that run by the old version, in the order of their ids. */
    List<UUID> next(Plan plan, UUID after) {
        return jdbc.sql("select c.id from " + RUNNING + " and c.id > :after order by c.id limit :rows")
                .param("process", plan.process())
                .param("from", plan.from())
                .param("after", after)
                .param("rows", PAGE)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    void insert(UUID id, Plan plan, String reason, UUID by, Instant at) {
        jdbc.sql("""
                        insert into process.migration (id, process, from_version, to_version, overrides, reason, by, at, total)
                        values (:id, :process, :from, :to, :overrides, :reason, :by, :at, :total) on conflict do nothing""")
                .param("id", id)
                .param("process", plan.process())
                .param("from", plan.from())
                .param("to", plan.to())
                .param("overrides", Fields.write(Map.copyOf(plan.overrides())))
                .param("reason", reason)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("total", running(plan))
                .update();
    }

    void keep(UUID migration, UUID caseId, List<String> reasons) {
        jdbc.sql("insert into process.migrated values (:migration, :case, :reasons) on conflict do nothing")
                .param("migration", migration)
                .param("case", caseId)
                .param("reasons", reasons.isEmpty() ? null : String.join("\n", reasons))
                .update();
    }

    void finish(UUID migration, Instant at) {
        jdbc.sql("update process.migration set finished_at = :at where id = :migration and finished_at is null")
                .param("at", Timestamp.from(at))
                .param("migration", migration)
                .update();
    }

    Plan plan(UUID migration) {
        return jdbc.sql("select * from process.migration where id = :migration")
                .param("migration", migration)
                .query((row, number) -> new Plan(
                        row.getString("process"),
                        row.getInt("from_version"),
                        row.getInt("to_version"),
                        Fields.read(row.getString("overrides")).entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, one -> String.valueOf(one.getValue())))))
                .single();
    }

    List<Progress> progress(@Nullable UUID migration, @Nullable String process) {
        return jdbc.sql(PROGRESS
                        + " where m.id = :migration::uuid or m.process = :process::text order by m.id desc limit 20")
                .param("migration", migration)
                .param("process", process)
                .query((row, number) -> progress(row))
                .list();
    }

    private Progress progress(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var finished = row.getObject("finished_at", Timestamp.class);
        return new Progress(
                id,
                row.getString("process"),
                row.getInt("from_version"),
                row.getInt("to_version"),
                row.getString("reason"),
                row.getObject("by", UUID.class),
                row.getObject("at", Timestamp.class).toInstant(),
                row.getLong("total"),
                row.getLong("moved"),
                row.getLong("refused"),
                blocked(id),
                finished == null ? null : finished.toInstant());
    }

    private List<Blocked> blocked(UUID migration) {
        return jdbc.sql("""
                        select d.case_id, c.number, c.title, d.reasons from process.migrated d join process.case c on c.id = d.case_id
                        where d.migration = :migration and d.reasons is not null order by d.case_id limit :rows""")
                .param("migration", migration)
                .param("rows", NAMED)
                .query((row, number) -> new Blocked(
                        row.getObject("case_id", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("reasons").lines().toList()))
                .list();
    }

    /** What names elements in rows of a case goes by the new version's ids. */
    void rename(UUID caseId, Map<String, String> renamed) {
        renamed.forEach((old, next) -> {
            jdbc.sql("update process.task set step = :next where case_id = :case and step = :old and closing is null")
                    .params(Map.of("next", next, "case", caseId, "old", old))
                    .update();
            jdbc.sql("update process.subscription set element = :next where case_id = :case and element = :old")
                    .params(Map.of("next", next, "case", caseId, "old", old))
                    .update();
            jdbc.sql(
                            "update process.incident set element = :next where case_id = :case and element = :old and resolved_at is null")
                    .params(Map.of("next", next, "case", caseId, "old", old))
                    .update();
            jdbc.sql(
                            "update process.call set element = :next where caller = :case and element = :old and answered_at is null")
                    .params(Map.of("next", next, "case", caseId, "old", old))
                    .update();
        });
    }
}

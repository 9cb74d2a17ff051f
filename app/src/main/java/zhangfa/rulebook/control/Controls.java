package zhangfa.rulebook.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import zhangfa.database.Keys;
import zhangfa.rulebook.source.Columns;

/** Where controls and the answers to their questions are kept. */
@Repository
public class Controls {

    private static final String STATES = """
            select c.*, r.status, r.finished_at, r.row_count, r.rows, r.failure
            from rulebook.control c
            left join lateral (
                select * from rulebook.control_run r
                where r.control = c.key and r.query = c.query
                order by r.started_at desc limit 1) r on true
            """;

    private final JdbcClient jdbc;

    Controls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<ControlState> states() {
        return jdbc.sql(STATES + "order by c.key").query(Controls::state).list();
    }

    public Optional<ControlState> state(String key) {
        return jdbc.sql(STATES + "where c.key = ?")
                .param(key)
                .query(Controls::state)
                .optional();
    }

    /** The controls of a practice as its folder has them now; what has changed is asked at once. */
    public void put(String practice, List<Control> controls) {
        jdbc.sql("delete from rulebook.control where practice = ? and key <> all(?)")
                .params(practice, controls.stream().map(Control::key).toArray(String[]::new))
                .update();
        for (var control : controls) {
            jdbc.sql("""
                            insert into rulebook.control (key, practice, title, severity, cadence, owner, query)
                            values (?, ?, ?, ?, ?, ?, ?)
                            on conflict (key) do update set practice = excluded.practice, title = excluded.title,
                                severity = excluded.severity, cadence = excluded.cadence, owner = excluded.owner,
                                query = excluded.query, next_run_at = now()
                            """)
                    .params(
                            control.key(),
                            practice,
                            Columns.json(control.title()),
                            lower(control.severity()),
                            lower(control.cadence()),
                            control.owner(),
                            control.query())
                    .update();
        }
    }

    /** Takes one adopted control that is due, for this node alone, and sets when it is due again. */
    Optional<Control> takeDue() {
        return jdbc.sql("""
                        update rulebook.control set next_run_at = now()
                            + case cadence when 'hourly' then interval '1 hour'
                                           when 'daily' then interval '1 day' else interval '7 days' end
                        where key = (
                            select key from rulebook.control
                            where next_run_at <= now()
                                and (practice is null or practice in (select practice from rulebook.adoption))
                            order by next_run_at limit 1 for update skip locked)
                        returning *
                        """).query((row, number) -> control(row)).optional();
    }

    void record(Control control, Instant startedAt, ControlRun run) {
        jdbc.sql("""
                        insert into rulebook.control_run
                            (id, control, query, started_at, finished_at, status, row_count, rows, failure)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Keys.next(),
                        control.key(),
                        control.query(),
                        startedAt.atOffset(ZoneOffset.UTC),
                        run.finishedAt().atOffset(ZoneOffset.UTC),
                        run.status().word(),
                        run.rowCount(),
                        Columns.json(run.rows()))
                .param(run.failure())
                .update();
    }

    private static ControlState state(ResultSet row, int number) throws SQLException {
        return new ControlState(control(row), run(row));
    }

    static Control control(ResultSet row) throws SQLException {
        return new Control(
                row.getString("key"),
                row.getString("practice"),
                Columns.wording(row, "title"),
                Control.Severity.valueOf(upper(row, "severity")),
                Control.Cadence.valueOf(upper(row, "cadence")),
                row.getString("owner"),
                row.getString("query"),
                Columns.texts(row, "clauses"));
    }

    @SuppressWarnings("unchecked")
    private static @Nullable ControlRun run(ResultSet row) throws SQLException {
        var finished = Columns.instant(row, "finished_at");
        if (finished == null) {
            return null;
        }
        List<Map<String, Object>> rows = Columns.json(row, "rows", List.class);
        return new ControlRun(
                ControlRun.Status.valueOf(upper(row, "status")),
                finished,
                row.getLong("row_count"),
                rows,
                row.getString("failure"));
    }

    private static String upper(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

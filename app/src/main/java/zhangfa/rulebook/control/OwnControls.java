package zhangfa.rulebook.control;

import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import zhangfa.rulebook.source.Columns;

/** Where the company's own controls are kept, beside those that practices bring. */
@Repository
class OwnControls {

    private final JdbcClient jdbc;

    OwnControls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OwnControl> find(String key) {
        return jdbc.sql("select * from rulebook.control where key = ? and practice is null")
                .param(key)
                .query((row, number) ->
                        new OwnControl(Controls.control(row), row.getString("article"), row.getInt("revision")))
                .optional();
    }

    void add(Control control, String article) {
        jdbc.sql("""
                        insert into rulebook.control (key, title, severity, cadence, owner, query, article, clauses)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        control.key(),
                        Columns.json(control.title()),
                        word(control.severity()),
                        word(control.cadence()),
                        control.owner(),
                        control.query(),
                        article,
                        control.clauses().toArray(String[]::new))
                .update();
    }

    /** Whether it was written: not where somebody else has changed it since. It is asked anew at once. */
    boolean write(Control control, String article, int revision) {
        return jdbc.sql("""
                        update rulebook.control set title = ?, severity = ?, cadence = ?, owner = ?, query = ?, article = ?, clauses = ?,
                            revision = revision + 1, next_run_at = now()
                        where key = ? and revision = ? and practice is null""")
                        .params(
                                Columns.json(control.title()),
                                word(control.severity()),
                                word(control.cadence()),
                                control.owner(),
                                control.query(),
                                article,
                                control.clauses().toArray(String[]::new),
                                control.key(),
                                revision)
                        .update()
                > 0;
    }

    boolean remove(String key) {
        return jdbc.sql("delete from rulebook.control where key = ? and practice is null")
                        .param(key)
                        .update()
                > 0;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

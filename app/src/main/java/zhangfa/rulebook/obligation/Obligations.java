package zhangfa.rulebook.obligation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import zhangfa.rulebook.source.Columns;

/** Where obligations are kept: those that practices bring, and the company's own. */
@Repository
public class Obligations {

    private static final String IN_FORCE = """
            select o.*, greatest(o.since, a.adopted_at) as holds_since from rulebook.obligation o
            left join rulebook.adoption a on a.practice = o.practice
            where (o.practice is null or a.practice is not null)
            """;

    private final JdbcClient jdbc;

    Obligations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the company and of the practices that it has adopted. */
    public List<Obligation> inForce() {
        return jdbc.sql(IN_FORCE + "order by o.key")
                .query(Obligations::obligation)
                .list();
    }

    public Optional<Obligation> find(String key) {
        return jdbc.sql(IN_FORCE + "and o.key = ?")
                .param(key)
                .query(Obligations::obligation)
                .optional();
    }

    /** The obligations of a practice as its folder has them now; since when they hold stays. */
    public void put(String practice, List<Obligation> obligations) {
        jdbc.sql("delete from rulebook.obligation where practice = ? and key <> all(?)")
                .params(practice, obligations.stream().map(Obligation::key).toArray(String[]::new))
                .update();
        for (var one : obligations) {
            jdbc.sql("""
                            insert into rulebook.obligation
                                (title, article, clauses, rhythm, workday, trigger, within, owner, verifier, proof, source, practice, key)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (key) do update set practice = excluded.practice, title = excluded.title,
                                rhythm = excluded.rhythm, workday = excluded.workday, trigger = excluded.trigger,
                                within = excluded.within, owner = excluded.owner, verifier = excluded.verifier,
                                proof = excluded.proof, source = excluded.source""").params(columns(one)).param(practice).param(one.key()).update();
        }
    }

    void add(Obligation one) {
        jdbc.sql("""
                        insert into rulebook.obligation
                            (title, article, clauses, rhythm, workday, trigger, within, owner, verifier, proof, source, key)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(columns(one)).param(one.key()).update();
    }

    /** Whether it was written: not where somebody else has changed it since, or a practice brought it. */
    boolean write(Obligation one) {
        return jdbc.sql("""
                        update rulebook.obligation set title = ?, article = ?, clauses = ?, rhythm = ?, workday = ?, trigger = ?, within = ?,
                            owner = ?, verifier = ?, proof = ?, source = ?, revision = revision + 1
                        where key = ? and revision = ? and practice is null""")
                        .params(columns(one))
                        .param(one.key())
                        .param(one.revision())
                        .update()
                > 0;
    }

    boolean remove(String key) {
        return jdbc.sql("delete from rulebook.obligation where key = ? and practice is null")
                        .param(key)
                        .update()
                > 0;
    }

    private static List<@Nullable Object> columns(Obligation one) {
        var schedule = one.when() instanceof When.Schedule found ? found : null;
        var clock = one.when() instanceof When.Clock found ? found : null;
        return Arrays.asList(
                Columns.json(one.title()),
                one.article(),
                one.clauses().toArray(String[]::new),
                schedule == null ? null : schedule.rhythm().word(),
                schedule == null ? null : schedule.workday(),
                clock == null ? null : clock.trigger(),
                clock == null ? null : clock.within(),
                one.owner(),
                one.verifier(),
                one.proof().kind().word(),
                one.proof().source());
    }

    private static Obligation obligation(ResultSet row, int number) throws SQLException {
        var rhythm = row.getString("rhythm");
        return new Obligation(
                row.getString("key"),
                row.getString("practice"),
                Columns.wording(row, "title"),
                row.getString("article"),
                rhythm == null
                        ? new When.Clock(row.getString("trigger"), row.getString("within"))
                        : new When.Schedule(Rhythm.valueOf(rhythm.toUpperCase(Locale.ROOT)), row.getInt("workday")),
                row.getString("owner"),
                row.getString("verifier"),
                new Proof(Proof.Kind.valueOf(row.getString("proof").toUpperCase(Locale.ROOT)), row.getString("source")),
                Objects.requireNonNull(Columns.instant(row, "holds_since")),
                row.getInt("revision"),
                Columns.texts(row, "clauses"));
    }
}

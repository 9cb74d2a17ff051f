package zhangfa.rulebook.occurrence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import zhangfa.rulebook.source.Columns;

/** Where occurrences of obligations are kept, and found by whoever may see them. */
@Repository
public class Occurrences {

    private static final String ROWS = """
            select o.*, f.standing, b.title, b.proof, b.source
            from rulebook.occurrence o
            join fact.obligation_occurrence f on f.id = o.id
            join rulebook.obligation b on b.key = o.obligation
            """;

    private final JdbcClient jdbc;

    Occurrences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is asked for.
     *
     * @param people whose occurrences; null for everybody's
     * @param standing null for any
     */
    record Wanted(
            Instant from,
            Instant until,
            @Nullable Collection<UUID> people,
            @Nullable String standing,
            @Nullable UUID after,
            int rows) {}

    Optional<Occurrence> find(UUID id) {
        return jdbc.sql(ROWS + "where o.id = ?")
                .param(id)
                .query(Occurrences::occurrence)
                .optional();
    }

    /** In the order in which they are due. */
    List<Occurrence> list(Wanted wanted) {
        var people = wanted.people() == null ? null : wanted.people().toArray(UUID[]::new);
        return jdbc.sql(ROWS + """
                        where o.due_at >= :from and o.due_at < :until
                            and (:everybody or o.owners && :people or o.verifiers && :people)
                            and (:standing = '' or f.standing = :standing)
                            and (cast(:after as uuid) is null or (o.due_at, o.id)
                                > (select a.due_at, a.id from rulebook.occurrence a where a.id = cast(:after as uuid)))
                        order by o.due_at, o.id limit :rows""")
                .param("from", wanted.from().atOffset(ZoneOffset.UTC))
                .param("until", wanted.until().atOffset(ZoneOffset.UTC))
                .param("everybody", people == null)
                .param("people", people == null ? new UUID[0] : people)
                .param("standing", Objects.requireNonNullElse(wanted.standing(), ""))
                .param("after", wanted.after() == null ? null : wanted.after().toString())
                .param("rows", wanted.rows())
                .query(Occurrences::occurrence)
                .list();
    }

    /** What waits for somebody: to be done by them, or to be verified. */
    List<Occurrence> waitingFor(UUID person) {
        return jdbc.sql(ROWS + """
                        where (o.done_at is null and o.owners @> array[?::uuid])
                            or (o.done_at is not null and o.verified and o.verified_at is null
                                and o.verifiers @> array[?::uuid] and o.done_by <> ?)
                        order by o.due_at, o.id limit 20""")
                .params(person, person, person)
                .query(Occurrences::occurrence)
                .list();
    }

    /** Whether it is now done by this: of two the first counts. */
    boolean done(UUID id, Instant at, @Nullable UUID by, @Nullable UUID caseId, @Nullable String note) {
        return jdbc.sql("""
                        update rulebook.occurrence set done_at = ?, done_by = ?, case_id = ?, note = ?
                        where id = ? and done_at is null""")
                        .params(Arrays.asList(at.atOffset(ZoneOffset.UTC), by, caseId, note, id))
                        .update()
                > 0;
    }

    boolean verified(UUID id, Instant at, UUID by) {
        return jdbc.sql("""
                        update rulebook.occurrence set verified_at = ?, verified_by = ?
                        where id = ? and done_at is not null and verified and verified_at is null and done_by <> ?""").params(at.atOffset(ZoneOffset.UTC), by, id, by).update() > 0;
    }

    /** What was done does not do: it is open again. */
    boolean reopened(UUID id) {
        return jdbc.sql("""
                        update rulebook.occurrence set done_at = null, done_by = null, case_id = null
                        where id = ? and done_at is not null and verified_at is null""").param(id).update() > 0;
    }

    private static Occurrence occurrence(ResultSet row, int number) throws SQLException {
        var proof = row.getString("proof");
        return new Occurrence(
                row.getObject("id", UUID.class),
                row.getString("obligation"),
                Columns.wording(row, "title"),
                row.getString("period"),
                row.getObject("unit", UUID.class),
                people(row, "owners"),
                people(row, "verifiers"),
                proof.equals("upload"),
                proof.equals("process") ? row.getString("source") : null,
                row.getBoolean("verified"),
                Objects.requireNonNull(Columns.instant(row, "due_at")),
                Columns.instant(row, "done_at"),
                row.getObject("done_by", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("note"),
                Columns.instant(row, "verified_at"),
                row.getObject("verified_by", UUID.class),
                Occurrence.Standing.valueOf(row.getString("standing").toUpperCase(Locale.ROOT)));
    }

    static List<UUID> people(ResultSet row, String column) throws SQLException {
        return List.of((UUID[]) row.getArray(column).getArray());
    }
}

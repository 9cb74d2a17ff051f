package zhangfa.rulebook.regulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import zhangfa.database.Keys;
import zhangfa.rulebook.regulation.Edition.Standing;
import zhangfa.rulebook.source.Columns;

/** Where regulations and their editions are kept; which one is in force follows from the day and from no column. */
@Repository
public class Editions {

    private static final String EDITIONS = """
            select e.*, case
                when e.published_at is null then case when rulebook.at_work(e) then 'draft' else 'in_review' end
                when e.effective_from > :today then 'coming'
                when exists (select from rulebook.edition later where later.regulation = e.regulation
                    and later.number > e.number and later.published_at is not null and later.effective_from <= :today)
                    then 'superseded'
                else 'in_force' end as standing
            from rulebook.edition e
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Editions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Of each regulation the edition that a reader wants first: in force, else coming, else the draft; in the order of the ids
     * of regulations.
     */
    public List<Edition> newest(boolean withDrafts, @Nullable UUID after, int rows) {
        return query("""
                        select distinct on (x.regulation) x.* from (%s) x
                        where (:drafts or x.published_at is not null) and (:after::uuid is null or x.regulation > :after::uuid)
                        order by x.regulation,
                            array_position(array['in_force', 'coming', 'in_review', 'draft', 'superseded'], x.standing),
                            x.number desc
                        limit :rows""".formatted(EDITIONS))
                .param("drafts", withDrafts)
                .param("after", after)
                .param("rows", rows)
                .query((row, number) -> edition(row))
                .list();
    }

    public List<Edition> inForce() {
        return query("select * from (%s) x where x.standing = 'in_force' order by x.rank, x.title".formatted(EDITIONS))
                .query((row, number) -> edition(row))
                .list();
    }

    /** The newest first. */
    public List<Edition> of(UUID regulation) {
        return query(EDITIONS + "where e.regulation = :regulation order by e.number desc")
                .param("regulation", regulation)
                .query((row, number) -> edition(row))
                .list();
    }

    public Optional<Edition> find(UUID id) {
        return query(EDITIONS + "where e.id = :id")
                .param("id", id)
                .query((row, number) -> edition(row))
                .optional();
    }

    /** Locked until the end of the transaction. */
    public Optional<Edition> lock(UUID id) {
        return query(EDITIONS + "where e.id = :id for update of e")
                .param("id", id)
                .query((row, number) -> edition(row))
                .optional();
    }

    /** The published edition that this one follows. */
    public Optional<Edition> before(Edition edition) {
        return query(EDITIONS + """
                        where e.regulation = :regulation and e.number < :number and e.published_at is not null
                        order by e.number desc limit 1""")
                .param("regulation", edition.regulation())
                .param("number", edition.number())
                .query((row, number) -> edition(row))
                .optional();
    }

    /** A new draft; nothing where this regulation has one already. */
    public Optional<UUID> begin(UUID regulation, Head head, UUID who) {
        jdbc.sql("insert into rulebook.regulation (id) values (?) on conflict do nothing")
                .param(regulation)
                .update();
        return jdbc.sql("""
                        insert into rulebook.edition (id, regulation, number, title, rank, everyone, units, positions,
                            owner, reason, effective_from, created_by)
                        values (:id, :regulation,
                            (select coalesce(max(number), 0) + 1 from rulebook.edition where regulation = :regulation),
                            :title, :rank, :everyone, :units, :positions, :owner, :reason, :from::date, :who)
                        on conflict do nothing returning id""")
                .param("id", Keys.next())
                .param("regulation", regulation)
                .params(head(head))
                .param("who", who)
                .query(UUID.class)
                .optional();
    }

    /** Whether it was written: not where somebody else has changed it since, or it is no draft any more. */
    public boolean write(UUID id, int revision, Head head) {
        return jdbc.sql("""
                        update rulebook.edition set title = :title, rank = :rank, everyone = :everyone, units = :units,
                            positions = :positions, owner = :owner, reason = :reason, effective_from = :from::date,
                            revision = revision + 1
                        where id = :id and revision = :revision and rulebook.at_work(edition)""")
                        .param("id", id)
                        .param("revision", revision)
                        .params(head(head))
                        .update()
                > 0;
    }

    /** It goes into review with this case, or comes back out of it. */
    public void review(UUID id, @Nullable UUID caseId) {
        jdbc.sql("update rulebook.edition set case_id = ?::uuid where id = ? and published_at is null")
                .params(Arrays.asList(caseId, id))
                .update();
    }

    /** From here on it stays as it is, with the people whom it binds. */
    public void publish(UUID id, LocalDate from, Collection<UUID> people) {
        jdbc.sql("""
                        update rulebook.edition set published_at = now(), effective_from = ?, people = ?::uuid[]
                        where id = ? and published_at is null""").params(from, people.toArray(UUID[]::new), id).update();
    }

    /** A draft goes, and its regulation with it where it was the only one. */
    public boolean remove(Edition edition) {
        var gone = jdbc.sql("delete from rulebook.edition where id = ? and case_id is null and published_at is null")
                .param(edition.id())
                .update();
        jdbc.sql("""
                        delete from rulebook.regulation r where id = ?
                            and not exists (select from rulebook.edition e where e.regulation = r.id)""").param(edition.regulation()).update();
        return gone > 0;
    }

    private JdbcClient.StatementSpec query(String sql) {
        return jdbc.sql(sql).param("today", LocalDate.now(clock));
    }

    private static Map<String, @Nullable Object> head(Head head) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("title", head.title());
        columns.put("rank", head.rank().word());
        columns.put("everyone", head.scope().everyone());
        columns.put("units", head.scope().units().toArray(String[]::new));
        columns.put("positions", head.scope().positions().toArray(String[]::new));
        columns.put("owner", head.owner());
        columns.put("reason", head.reason());
        columns.put("from", head.effectiveFrom());
        return columns;
    }

    private static Edition edition(ResultSet row) throws SQLException {
        var published = Columns.instant(row, "published_at");
        return new Edition(
                row.getObject("id", UUID.class),
                row.getObject("regulation", UUID.class),
                row.getInt("number"),
                new Head(
                        row.getString("title"),
                        Rank.of(row.getString("rank")),
                        new Scope(
                                row.getBoolean("everyone"),
                                Columns.texts(row, "units"),
                                Columns.texts(row, "positions")),
                        row.getString("owner"),
                        row.getString("reason"),
                        row.getObject("effective_from", LocalDate.class)),
                row.getInt("revision"),
                row.getObject("case_id", UUID.class),
                Objects.requireNonNull(Columns.instant(row, "created_at")),
                published,
                Standing.valueOf(row.getString("standing").toUpperCase(Locale.ROOT)));
    }
}

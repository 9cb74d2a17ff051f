package zhangfa.rulebook.acknowledgement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import zhangfa.api.Listing;
import zhangfa.api.Window;
import zhangfa.rulebook.source.Columns;

/** Where it is kept who was asked to read what, and who has. */
@Repository
public class Askings {

    private static final String ASKINGS = """
            select a.*, e.title, e.number from rulebook.acknowledgement a join rulebook.edition e on e.id = a.edition
            """;

    private final JdbcClient jdbc;

    Askings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one person, what is open first, then the newest. */
    Listing<Asking> of(UUID person, boolean open, Window window) {
        var rows = jdbc.sql(ASKINGS + """
                        where a.person = :person and (not :open or a.read_at is null)
                            and (:after::uuid is null or a.edition < :after::uuid)
                        order by a.edition desc limit :rows""")
                .param("person", person)
                .param("open", open)
                .param("after", window.afterId())
                .param("rows", window.rows())
                .query((row, number) -> asking(row))
                .list();
        return Listing.of(rows, window.size(), one -> one.edition().toString());
    }

    public int open(UUID person) {
        return jdbc.sql("select count(*) from rulebook.acknowledgement where person = ? and read_at is null")
                .param(person)
                .query(Integer.class)
                .single();
    }

    public Optional<Asking> find(UUID edition, UUID person) {
        return jdbc.sql(ASKINGS + "where a.edition = ? and a.person = ?")
                .params(edition, person)
                .query((row, number) -> asking(row))
                .optional();
    }

    /** Everybody who was asked to read this edition; those who have not first. */
    List<Asking> readers(UUID edition) {
        return jdbc.sql(ASKINGS + "where a.edition = ? order by a.read_at nulls first, a.person")
                .param(edition)
                .query((row, number) -> asking(row))
                .list();
    }

    /** Asks these people, those already asked left alone, and tells who was asked now. */
    List<UUID> ask(UUID edition, Collection<UUID> people, Collection<UUID> provisions, boolean changesOnly) {
        return jdbc.sql("""
                        insert into rulebook.acknowledgement (edition, person, provisions, changes_only)
                        select ?, person, ?::uuid[], ? from unnest(?::uuid[]) as person
                        on conflict do nothing returning person""")
                .params(edition, provisions.toArray(UUID[]::new), changesOnly, people.toArray(UUID[]::new))
                .query((row, number) -> row.getObject("person", UUID.class))
                .list();
    }

    /** Nobody need read an edition that a newer one follows. */
    void dropOlder(UUID regulation, UUID edition) {
        jdbc.sql("""
                        delete from rulebook.acknowledgement a using rulebook.edition e
                        where e.id = a.edition and e.regulation = ? and e.id <> ? and a.read_at is null""").params(regulation, edition).update();
    }

    /** People by the edition of the regulation that they have acknowledged last, if any. */
    Map<Optional<UUID>, List<UUID>> byLastRead(UUID regulation, Collection<UUID> people) {
        Map<UUID, UUID> last = new HashMap<>();
        jdbc.sql("""
                        select distinct on (a.person) a.person, a.edition
                        from rulebook.acknowledgement a join rulebook.edition e on e.id = a.edition
                        where e.regulation = ? and a.read_at is not null order by a.person, e.number desc""").param(regulation).query(row -> {
            last.put(row.getObject("person", UUID.class), row.getObject("edition", UUID.class));
        });
        var groups = new HashMap<Optional<UUID>, List<UUID>>();
        people.forEach(
                person -> groups.computeIfAbsent(Optional.ofNullable(last.get(person)), edition -> new ArrayList<>())
                        .add(person));
        return groups;
    }

    /** Whether this is the first time. */
    boolean read(UUID edition, UUID person) {
        return jdbc.sql("""
                        update rulebook.acknowledgement set read_at = now()
                        where edition = ? and person = ? and read_at is null""").params(edition, person).update() > 0;
    }

    /** People who have been asked for so many days and reminded fewer times; from now on they have been. */
    Map<UUID, List<UUID>> toRemind(int reminders, int days) {
        var people = new HashMap<UUID, List<UUID>>();
        jdbc.sql("""
                        update rulebook.acknowledgement set reminders = ?
                        where read_at is null and reminders < ? and asked_at < now() - make_interval(days => ?)
                        returning edition, person""").params(reminders, reminders, days).query(row -> {
            people.computeIfAbsent(row.getObject("edition", UUID.class), edition -> new ArrayList<>())
                    .add(row.getObject("person", UUID.class));
        });
        return people;
    }

    private static Asking asking(ResultSet row) throws SQLException {
        return new Asking(
                row.getObject("edition", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("title"),
                row.getInt("number"),
                Arrays.asList((UUID[]) row.getArray("provisions").getArray()),
                row.getBoolean("changes_only"),
                Objects.requireNonNull(Columns.instant(row, "asked_at")),
                Columns.instant(row, "read_at"));
    }
}

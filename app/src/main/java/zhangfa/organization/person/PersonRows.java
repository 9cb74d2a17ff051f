package zhangfa.organization.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.api.Listing;
import zhangfa.api.Window;

/** Finds people by name, username, pinyin or initials. */
@Component
class PersonRows {

    private static final String ROW = """
            select p.id, p.username, p.name, p.active, p.email, p.phone, p.joined_on,
                   a.unit, u.name as unit_name, o.name as position, a.level
            from organization.person p
            join lateral (
                select * from organization.assignment a where a.person = p.id
                order by a.during @> :today::date desc, lower(a.during) desc limit 1) a on true
            join organization.unit u on u.id = a.unit
            left join organization.post o on o.key = a.position
            """;

    private final JdbcClient database;
    private final Clock clock;

    PersonRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Listing<PersonRow> list(String words, Window window) {
        var searched = words.replace("\0", "").strip().toLowerCase(Locale.ROOT);
        var rows = database.sql(ROW + """
                where position(:words in p.search) > 0 and (:after::text is null or p.username > :after)
                order by p.username limit :rows
                """)
                .param("today", today())
                .param("words", searched)
                .param("after", window.after())
                .param("rows", window.rows())
                .query((row, number) -> row(row))
                .list();
        return Listing.of(rows, window.size(), PersonRow::username)
                .counted(
                        window,
                        () -> database.sql(
                                        "select count(*) from organization.person where position(:words in search) > 0")
                                .param("words", searched)
                                .query(Long.class)
                                .single());
    }

    Optional<PersonDetails> details(UUID id) {
        return database.sql(ROW + "where p.id = :id")
                .param("today", today())
                .param("id", id)
                .query((row, number) -> new PersonDetails(
                        row(row),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getObject("joined_on", LocalDate.class),
                        assignments(id),
                        deputies(id)))
                .optional();
    }

    private List<PersonDetails.Assignment> assignments(UUID person) {
        return database.sql("""
                select u.name as unit, o.name as position, a.level, lower(a.during) as since, upper(a.during) - 1 as until
                from organization.assignment a
                join organization.unit u on u.id = a.unit
                left join organization.post o on o.key = a.position
                where a.person = ? and not isempty(a.during) order by since desc
                """)
                .param(person)
                .query((row, number) -> new PersonDetails.Assignment(
                        row.getString("unit"),
                        row.getString("position"),
                        row.getString("level"),
                        row.getObject("since", LocalDate.class),
                        day(row, "until")))
                .list();
    }

    /** Today's and later ones. */
    List<PersonDetails.Deputy> deputies(UUID person) {
        return database.sql("""
                select d.id, d.deputy, p.name, d.scope, lower(d.during) as since, upper(d.during) - 1 as until
                from organization.deputy d join organization.person p on p.id = d.deputy
                where d.person = ? and (upper(d.during) is null or upper(d.during) > ?) order by since
                """)
                .params(person, today())
                .query((row, number) -> new PersonDetails.Deputy(
                        row.getObject("id", UUID.class),
                        row.getObject("deputy", UUID.class),
                        row.getString("name"),
                        row.getString("scope"),
                        row.getObject("since", LocalDate.class),
                        day(row, "until")))
                .list();
    }

    private static PersonRow row(ResultSet row) throws SQLException {
        return new PersonRow(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("name"),
                row.getObject("unit", UUID.class),
                row.getString("unit_name"),
                row.getString("position"),
                row.getString("level"),
                row.getBoolean("active"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

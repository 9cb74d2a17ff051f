package zhangfa.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the chart of one day: of everything dated, what holds on that day. */
record ChartReading(JdbcClient database, LocalDate today) {

    Chart chart() {
        return new Chart(units(), people(), authorities(), deputies());
    }

    private List<Unit> units() {
        return database.sql("""
                select u.id, u.key, u.name, u.parent, h.person as head, u.legal_entity, u.position
                from organization.unit u
                left join organization.headship h on h.unit = u.id and h.during @> :today::date
                where u.during @> :today::date
                """)
                .param("today", today)
                .query((row, number) -> unit(row))
                .list();
    }

    private List<Person> people() {
        return database.sql("""
                select p.id, p.username, p.name, a.unit, a.position, a.level, p.active
                from organization.person p
                join lateral (
                    select * from organization.assignment a where a.person = p.id
                    order by a.during @> :today::date desc, lower(a.during) desc limit 1) a on true
                """)
                .param("today", today)
                .query((row, number) -> person(row))
                .list();
    }

    private List<Authority> authorities() {
        return database.sql("select * from organization.authority order by id")
                .query((row, number) -> new Authority(
                        row.getString("matter"),
                        row.getObject("unit", UUID.class),
                        row.getBigDecimal("amount"),
                        Authority.Kind.valueOf(row.getString("approver_kind").toUpperCase(Locale.ROOT)),
                        row.getString("approver")))
                .list();
    }

    private List<Deputy> deputies() {
        return database.sql("select person, deputy, scope from organization.deputy where during @> ?::date order by id")
                .param(today)
                .query((row, number) -> new Deputy(
                        row.getObject("person", UUID.class),
                        row.getObject("deputy", UUID.class),
                        row.getString("scope")))
                .list();
    }

    private static Unit unit(ResultSet row) throws SQLException {
        return new Unit(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getString("name"),
                row.getObject("parent", UUID.class),
                row.getObject("head", UUID.class),
                row.getString("legal_entity"),
                row.getInt("position"));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("name"),
                row.getObject("unit", UUID.class),
                row.getString("position"),
                PostLevel.of(row.getString("level")),
                row.getBoolean("active"));
    }
}

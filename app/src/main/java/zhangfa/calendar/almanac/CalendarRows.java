package zhangfa.calendar.almanac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.calendar.sheet.Sheet;

/** Reads and writes the rows of calendars. */
@Component
class CalendarRows {

    private final JdbcClient database;
    private final JsonMapper json;

    CalendarRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    long version() {
        return database.sql("select version from calendar.version")
                .query(Long.class)
                .single();
    }

    Almanac almanac() {
        List<StoredCalendar> all = database.sql("select id, unit, version, sheet from calendar.calendar")
                .query((row, number) -> calendar(row))
                .list();
        return new Almanac(all);
    }

    /** One change of any calendar at a time: each may move the clocks of others. */
    void lock() {
        database.sql("lock table calendar.calendar in share row exclusive mode").update();
    }

    void write(StoredCalendar calendar) {
        database.sql("""
                insert into calendar.calendar (id, unit, version, sheet) values (:id, :unit, :version, :sheet::jsonb)
                on conflict (id) do update set version = excluded.version, sheet = excluded.sheet
                """)
                .param("id", calendar.id())
                .param("unit", calendar.unit())
                .param("version", calendar.version())
                .param("sheet", json.writeValueAsString(calendar.sheet()))
                .update();
    }

    void delete(UUID id) {
        database.sql("delete from calendar.calendar where id = ?").param(id).update();
    }

    private StoredCalendar calendar(ResultSet row) throws SQLException {
        return new StoredCalendar(
                row.getObject("id", UUID.class),
                row.getObject("unit", UUID.class),
                row.getLong("version"),
                json.readValue(row.getString("sheet"), Sheet.class));
    }
}

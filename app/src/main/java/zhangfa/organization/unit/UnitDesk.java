package zhangfa.organization.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.organization.history.ChangeBook;

/** Where units are founded, renamed, moved, closed, and get their heads. */
@Component
@Transactional
public class UnitDesk {

    private final JdbcClient database;
    private final ChangeBook changes;
    private final Clock clock;

    UnitDesk(JdbcClient database, ChangeBook changes, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.clock = clock;
    }

    public UUID found(String key, String name, @Nullable UUID parent, String legalEntity, @Nullable UUID who) {
        var id = Keys.next();
        database.sql("""
                insert into organization.unit (id, key, name, parent, legal_entity, during, position)
                values (:id, :key, :name, :parent, :entity, daterange(:today, null),
                        (select count(*) from organization.unit where parent is not distinct from :parent::uuid))
                """)
                .param("id", id)
                .param("key", key)
                .param("name", name)
                .param("parent", parent)
                .param("entity", legalEntity)
                .param("today", today())
                .update();
        changes.note("unit-founded", id, who, Map.of("name", name));
        return id;
    }

    /** From today on; who led the unit until now leads it to the end of yesterday. */
    public void appointHead(UUID unit, @Nullable UUID person, @Nullable UUID who) {
        lock(unit);
        database.sql("delete from organization.headship where unit = ? and lower(during) >= ?")
                .params(unit, today())
                .update();
        database.sql("""
                update organization.headship set during = daterange(lower(during), :today)
                where unit = :unit and during @> :today::date
                """).param("unit", unit).param("today", today()).update();
        if (person != null) {
            database.sql(
                            "insert into organization.headship (id, unit, person, during) values (?, ?, ?, daterange(?, null))")
                    .params(Keys.next(), unit, person, today())
                    .update();
        }
        changes.note("head-appointed", unit, who, Map.of("head", person == null ? "" : person.toString()));
    }

    /** One change of a unit at a time. */
    private void lock(UUID unit) {
        var found = database.sql("select id from organization.unit where id = ? and during @> ?::date for update")
                .params(unit, today())
                .query(UUID.class)
                .optional();
        if (found.isEmpty()) {
            throw Refusal.notThere();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

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

    /** The unit at the top of an installation that has none yet. */
    public UUID foundCompany(String legalEntity, String name, UUID who) {
        database.sql("lock table organization.unit in share row exclusive mode").update();
        var exists = database.sql("select exists (select from organization.unit)")
                .query(Boolean.class)
                .single();
        if (exists) {
            throw Refusal.conflict("{organization.company-exists}");
        }
        return found("company", name, null, legalEntity, who);
    }

    public void rename(UUID unit, String name, UUID who) {
        lock(unit);
        database.sql("update organization.unit set name = ? where id = ?")
                .params(UnitNames.checked(name), unit)
                .update();
        changes.note("unit-renamed", unit, who, Map.of("name", name));
    }

    /** Under another unit, with everything below it; a unit cannot come to stand below itself. */
    public void move(UUID unit, UUID parent, UUID who) {
        database.sql("lock table organization.unit in share row exclusive mode").update();
        lock(unit);
        lock(parent);
        var inside = database.sql("""
                with recursive below(id) as (
                    select :unit::uuid union select u.id from organization.unit u join below b on u.parent = b.id)
                select exists (select from below where id = :parent)
                """)
                .param("unit", unit)
                .param("parent", parent)
                .query(Boolean.class)
                .single();
        if (inside) {
            throw Refusal.invalid("/parent", "{organization.unit-cycle}");
        }
        database.sql("update organization.unit set parent = ? where id = ?")
                .params(parent, unit)
                .update();
        changes.note("unit-moved", unit, who, Map.of("parent", parent.toString()));
    }

    /** Ends a unit in which nobody works and under which nothing hangs. */
    public void close(UUID unit, UUID who) {
        database.sql("lock table organization.unit in share row exclusive mode").update();
        lock(unit);
        var used = database.sql("""
                select exists (select from organization.unit where parent = :unit and during @> :today::date)
                    or exists (select from organization.assignment a join organization.person p on p.id = a.person
                               where a.unit = :unit and a.during @> :today::date and p.active)
                """)
                .param("unit", unit)
                .param("today", today())
                .query(Boolean.class)
                .single();
        if (used) {
            throw Refusal.conflict("{organization.unit-in-use}");
        }
        appointHead(unit, null, who);
        database.sql("update organization.unit set during = daterange(lower(during), :today) where id = :unit")
                .param("today", today())
                .param("unit", unit)
                .update();
        changes.note("unit-closed", unit, who, Map.of());
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

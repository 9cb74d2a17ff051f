package zhangfa.organization.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.api.SearchWords;
import zhangfa.database.Keys;
import zhangfa.identity.AccountDesk;
import zhangfa.organization.PostLevel;
import zhangfa.organization.history.ChangeBook;

/** Where people join, move and leave. */
@Component
@Transactional
public class PersonDesk {

    private final JdbcClient database;
    private final AccountDesk accounts;
    private final ChangeBook changes;
    private final Clock clock;

    PersonDesk(JdbcClient database, AccountDesk accounts, ChangeBook changes, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.changes = changes;
        this.clock = clock;
    }

    /** Puts a person behind an account that was just made. */
    public void join(UUID account, NewPerson person, @Nullable UUID who) {
        database.sql("""
                insert into organization.person (id, username, name, email, phone, search, active, joined_on)
                values (:id, :username, :name, :email, :phone, :search, true, :today)
                """)
                .param("id", account)
                .param("username", person.username())
                .param("name", person.name())
                .param("email", person.email())
                .param("phone", person.phone())
                .param("search", SearchWords.of(person.name(), person.username()))
                .param("today", today())
                .update();
        assign(account, person.unit(), person.position(), person.level());
        changes.note("person-joined", account, who, Map.of("name", person.name()));
    }

    /** Name and ways to reach them; {@code null} leaves a way as it is. */
    public void describe(UUID person, String name, @Nullable String email, @Nullable String phone, UUID who) {
        var username = lock(person);
        database.sql("""
                update organization.person set name = :name, search = :search,
                    email = coalesce(:email, email), phone = coalesce(:phone, phone)
                where id = :person
                """)
                .param("person", person)
                .param("name", name)
                .param("search", SearchWords.of(name, username))
                .param("email", email)
                .param("phone", phone)
                .update();
        accounts.rename(person, name);
        changes.note("person-described", person, who, Map.of("name", name));
    }

    /** From today on; the former assignment ends yesterday and stays in the history. */
    public void move(UUID person, UUID unit, @Nullable String position, PostLevel level, UUID who) {
        lock(person);
        database.sql("delete from organization.assignment where person = ? and lower(during) >= ?")
                .params(person, today())
                .update();
        database.sql("""
                update organization.assignment set during = daterange(lower(during), :today)
                where person = :person and during @> :today::date
                """).param("person", person).param("today", today()).update();
        assign(person, unit, position, level);
        changes.note("person-moved", person, who, Map.of("unit", unit.toString()));
    }

    /** Whether they may be given work: not while their account is shut. */
    void setActive(UUID person, boolean active, UUID who) {
        var changed = database.sql("update organization.person set active = ? where id = ? and active <> ?")
                .params(active, person, active)
                .update();
        if (changed > 0) {
            changes.note(active ? "person-back" : "person-away", person, who, Map.of());
        }
    }

    private String lock(UUID person) {
        return database.sql("select username from organization.person where id = ? for update")
                .param(person)
                .query(String.class)
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    private void assign(UUID person, UUID unit, @Nullable String position, PostLevel level) {
        database.sql("""
                insert into organization.assignment (id, person, unit, position, level, during)
                values (:id, :person, :unit, :position, :level, daterange(:today, null))
                """)
                .param("id", Keys.next())
                .param("person", person)
                .param("unit", unit)
                .param("position", position)
                .param("level", level.key())
                .param("today", today())
                .update();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

package zhangfa.organization.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.database.Keys;
import zhangfa.organization.PostLevel;
import zhangfa.organization.history.ChangeBook;

/** Where people join, move and leave. */
@Component
@Transactional
public class PersonDesk {

    private final JdbcClient database;
    private final ChangeBook changes;
    private final Clock clock;

    PersonDesk(JdbcClient database, ChangeBook changes, Clock clock) {
        this.database = database;
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

    private void assign(UUID person, UUID unit, @Nullable String position, PostLevel level) {
        database.sql("""
                insert into organization.assignment (id, person, unit, position, level, during)
                values (:id, :person, :unit, :position, :level, daterange(:today, null))
                """)
                .param("id", Keys.next())
                .param("person", person)
                .param("unit", unit)
                .param("position", position)
                .param("level", level.name().toLowerCase(Locale.ROOT))
                .param("today", today())
                .update();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

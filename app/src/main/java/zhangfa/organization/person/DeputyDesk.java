package zhangfa.organization.person;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.organization.history.ChangeBook;

/** Where it is laid down who stands in for whom, from one day through another. */
@Component
@Transactional
class DeputyDesk {

    private static final String EVERYTHING = "*";

    private final JdbcClient database;
    private final ChangeBook changes;

    DeputyDesk(JdbcClient database, ChangeBook changes) {
        this.database = database;
        this.changes = changes;
    }

    void name(UUID person, UUID deputy, LocalDate from, LocalDate through, UUID who) {
        if (person.equals(deputy)) {
            throw Refusal.invalid("/deputy", "{organization.deputy-oneself}");
        }
        if (through.isBefore(from)) {
            throw Refusal.invalid("/through", "{organization.deputy-dates}");
        }
        database.sql("""
                insert into organization.deputy (id, person, deputy, scope, during)
                values (:id, :person, :deputy, :scope, daterange(:from, :through, '[]'))
                """)
                .param("id", Keys.next())
                .param("person", person)
                .param("deputy", deputy)
                .param("scope", EVERYTHING)
                .param("from", from)
                .param("through", through)
                .update();
        changes.note("deputy-named", person, who, Map.of("deputy", deputy.toString()));
    }

    void withdraw(UUID person, UUID id, UUID who) {
        var deputy = database.sql("delete from organization.deputy where id = ? and person = ? returning deputy")
                .params(id, person)
                .query(UUID.class)
                .optional()
                .orElseThrow(Refusal::notThere);
        changes.note("deputy-withdrawn", person, who, Map.of("deputy", deputy.toString()));
    }
}

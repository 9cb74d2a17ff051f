package zhangfa.organization.person;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.identity.Account;
import zhangfa.organization.DeputyScopes;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.organization.Succession;
import zhangfa.organization.history.ChangeBook;

/**
 * Where it is laid down who stands in for whom, from one day through another: by the person, by a head above them, or by
 * whoever manages the organisation.
 */
@Component
@Transactional
class DeputyDesk {

    static final String EVERYTHING = "*";

    private final JdbcClient database;
    private final ChangeBook changes;
    private final Organization organization;
    private final Succession succession;
    private final DeputyScopes scopes;

    DeputyDesk(
            JdbcClient database,
            ChangeBook changes,
            Organization organization,
            Succession succession,
            DeputyScopes scopes) {
        this.database = database;
        this.changes = changes;
        this.organization = organization;
        this.succession = succession;
        this.scopes = scopes;
    }

    /**
     * Somebody stands in.
     *
     * @param deputy by username
     * @param scope key of a process, or {@link #EVERYTHING}
     * @param through the last day
     */
    record Wish(String deputy, String scope, LocalDate from, LocalDate through) {}

    UUID name(UUID person, Wish wish, Account who) {
        check(person, who);
        var deputy = organization
                .personNamed(wish.deputy())
                .filter(Person::active)
                .orElseThrow(() -> Refusal.invalid("/deputy", "{organization.person-unknown}"))
                .id();
        if (person.equals(deputy)) {
            throw Refusal.invalid("/deputy", "{organization.deputy-oneself}");
        }
        if (wish.through().isBefore(wish.from())) {
            throw Refusal.invalid("/through", "{organization.deputy-dates}");
        }
        if (!wish.scope().equals(EVERYTHING) && !scopes.named().containsKey(wish.scope())) {
            throw Refusal.invalid("/scope", "{organization.deputy-scope-unknown}");
        }
        refuseSecond(person, wish);
        var id = insert(person, deputy, wish);
        changes.note("deputy-named", person, who.id(), Map.of("deputy", deputy.toString()));
        return id;
    }

    void withdraw(UUID person, UUID id, Account who) {
        check(person, who);
        var deputy = database.sql("delete from organization.deputy where id = ? and person = ? returning deputy")
                .params(id, person)
                .query(UUID.class)
                .optional()
                .orElseThrow(Refusal::notThere);
        changes.note("deputy-withdrawn", person, who.id(), Map.of("deputy", deputy.toString()));
    }

    private void check(UUID person, Account who) {
        if (organization.person(person).isEmpty()) {
            throw Refusal.notThere();
        }
        if (!succession.mayPassOn(who, person)) {
            throw Refusal.notAllowed();
        }
    }

    /** At any time one person at most stands in for the same. */
    private void refuseSecond(UUID person, Wish wish) {
        database.sql("select 1 from organization.person where id = ? for update")
                .param(person)
                .query(Integer.class)
                .single();
        var taken = database.sql("""
                        select exists (select 1 from organization.deputy
                        where person = :person and scope = :scope and during && daterange(:from, :through, '[]'))""")
                .param("person", person)
                .param("scope", wish.scope())
                .param("from", wish.from())
                .param("through", wish.through())
                .query(Boolean.class)
                .single();
        if (taken) {
            throw Refusal.conflict("{organization.deputy-taken}");
        }
    }

    private UUID insert(UUID person, UUID deputy, Wish wish) {
        var id = Keys.next();
        database.sql("""
                insert into organization.deputy (id, person, deputy, scope, during)
                values (:id, :person, :deputy, :scope, daterange(:from, :through, '[]'))
                """)
                .param("id", id)
                .param("person", person)
                .param("deputy", deputy)
                .param("scope", wish.scope())
                .param("from", wish.from())
                .param("through", wish.through())
                .update();
        return id;
    }
}

package zhangfa.organization.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.organization.Succession;
import zhangfa.organization.Unit;
import zhangfa.organization.history.ChangeBook;

/** Passes on what somebody leaves behind in the organisation. */
@Component
class Successions implements Succession {

    private final JdbcClient database;
    private final Organization organization;
    private final UnitDesk units;
    private final ChangeBook changes;
    private final Clock clock;

    Successions(JdbcClient database, Organization organization, UnitDesk units, ChangeBook changes, Clock clock) {
        this.database = database;
        this.organization = organization;
        this.units = units;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public boolean mayPassOn(Account who, UUID person) {
        return who.id().equals(person)
                || who.may(Permission.ORGANIZATION_MANAGE)
                || organization.headsAbove(person).contains(who.id());
    }

    @Override
    public List<String> unitsLedBy(UUID person) {
        return led(person).map(Unit::name).sorted().toList();
    }

    private Stream<Unit> led(UUID person) {
        return organization.units().filter(unit -> person.equals(unit.head()));
    }

    @Override
    @Transactional
    public void succeed(UUID person, UUID successor, Account who) {
        if (!who.may(Permission.ORGANIZATION_MANAGE)) {
            throw Refusal.notAllowed();
        }
        led(person).toList().forEach(unit -> units.appointHead(unit.id(), successor, who.id()));
        database.sql("""
                        update organization.authority a set approver = s.username
                        from organization.person p, organization.person s
                        where p.id = :person and s.id = :successor and a.approver_kind = 'person' and a.approver = p.username""").param("person", person).param("successor", successor).update();
        standIn(person, successor);
        changes.note("person-succeeded", person, who.id(), Map.of("deputy", successor.toString()));
    }

    private void standIn(UUID person, UUID successor) {
        var today = LocalDate.now(clock);
        database.sql("""
                        delete from organization.deputy
                        where (person = :person or person = :successor and deputy = :person)
                            and (upper(during) is null or upper(during) > :today)""")
                .param("person", person)
                .param("successor", successor)
                .param("today", today)
                .update();
        database.sql("""
                        update organization.deputy set deputy = :successor
                        where deputy = :person and (upper(during) is null or upper(during) > :today)""")
                .param("person", person)
                .param("successor", successor)
                .param("today", today)
                .update();
        database.sql("""
                        insert into organization.deputy (id, person, deputy, scope, during)
                        values (:id, :person, :successor, '*', daterange(:today, null))""")
                .param("id", Keys.next())
                .param("person", person)
                .param("successor", successor)
                .param("today", today)
                .update();
    }
}

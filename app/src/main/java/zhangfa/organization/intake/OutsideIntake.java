package zhangfa.organization.intake;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.identity.AccountDesk;
import zhangfa.organization.Contact;
import zhangfa.organization.Intake;
import zhangfa.organization.Organization;
import zhangfa.organization.PostLevel;
import zhangfa.organization.person.NewPerson;
import zhangfa.organization.person.PersonDesk;
import zhangfa.organization.unit.UnitDesk;
import zhangfa.organization.unit.UnitKeys;

/** Takes in who works where from a system outside. */
@Component
class OutsideIntake implements Intake {

    private final Organization organization;
    private final UnitDesk units;
    private final PersonDesk people;
    private final AccountDesk accounts;

    OutsideIntake(Organization organization, UnitDesk units, PersonDesk people, AccountDesk accounts) {
        this.organization = organization;
        this.units = units;
        this.people = people;
        this.accounts = accounts;
    }

    @Override
    public UUID found(String name, UUID parent, UUID who) {
        var top = organization
                .units()
                .filter(unit -> unit.parent() == null)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("{organization.company-first}"));
        return units.found(UnitKeys.fresh(), name, parent, top.legalEntity(), who);
    }

    @Override
    public void rename(UUID unit, String name, UUID who) {
        units.rename(unit, name, who);
    }

    @Override
    public void move(UUID unit, UUID parent, UUID who) {
        units.move(unit, parent, who);
    }

    @Override
    public UUID join(Newcomer newcomer, UUID who) {
        var contact = newcomer.contact();
        var id = accounts.invite(newcomer.username(), newcomer.name(), List.of("staff"));
        people.join(
                id,
                new NewPerson(
                        newcomer.username(),
                        newcomer.name(),
                        newcomer.unit(),
                        null,
                        PostLevel.SPECIALIST,
                        contact.email(),
                        contact.phone()),
                who);
        return id;
    }

    @Override
    public void describe(UUID person, String name, Contact contact, UUID who) {
        people.describe(person, name, contact.email(), contact.phone(), who);
    }

    @Override
    public void assign(UUID person, UUID unit, UUID who) {
        var known = organization.person(person).orElseThrow(Refusal::notThere);
        people.move(person, unit, known.position(), known.level(), who);
    }
}

package zhangfa.rulebook.acknowledgement;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.organization.Unit;

/**
 * Who has read an edition, as far as somebody may know: who manages the rulebook or inspects all, everybody; a head, the people
 * of their own units.
 */
@Component
class Readership {

    private final Askings askings;
    private final Organization organization;

    Readership(Askings askings, Organization organization) {
        this.askings = askings;
        this.organization = organization;
    }

    boolean mayLook(Account who) {
        return seesAll(who) || !organization.unitsUnder(who.id()).isEmpty();
    }

    List<Reader> of(UUID edition, Account who, boolean open) {
        var units = organization.unitsUnder(who.id());
        return askings.readers(edition).stream()
                .filter(asking -> !open || asking.isOpen())
                .map(this::reader)
                .filter(reader -> seesAll(who) || isOf(reader, units))
                .toList();
    }

    private Reader reader(Asking asking) {
        var person = organization.person(asking.person());
        return new Reader(
                asking.person(),
                person.map(Person::name).orElse("—"),
                person.map(Person::unit).orElse(null),
                person.map(Person::unit)
                        .flatMap(organization::unit)
                        .map(Unit::name)
                        .orElse(""),
                asking.askedAt(),
                asking.readAt());
    }

    private static boolean isOf(Reader reader, Set<UUID> units) {
        return reader.unitId() != null && units.contains(reader.unitId());
    }

    private static boolean seesAll(Account who) {
        return who.may(Permission.RULEBOOK_MANAGE) || who.may(Permission.CASE_INSPECT);
    }
}

package zhangfa.notification.announcement;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;

/** Whom an announcement addresses, and who may address them. */
@Component
class Audience {

    private final Organization organization;

    Audience(Organization organization) {
        this.organization = organization;
    }

    /** Everybody who works here today and is meant; refused where there is nobody, or the publisher may not. */
    Set<UUID> of(Draft draft, Account publisher) {
        for (int i = 0; i < draft.units().size(); i++) {
            if (organization.unit(draft.units().get(i)).isEmpty()) {
                throw Refusal.invalid("/units/" + i, "{notification.announcement.no-such-unit}");
            }
        }
        if (!publisher.may(Permission.ANNOUNCEMENT_PUBLISH)) {
            var own = organization.unitsUnder(publisher.id());
            if (draft.everyone() || !draft.positions().isEmpty() || !own.containsAll(draft.units())) {
                throw Refusal.of(Refusal.Kind.NOT_ALLOWED, "{notification.announcement.own-units}");
            }
        }
        var people = people(draft.scope());
        if (people.isEmpty()) {
            throw Refusal.invalid("/units", "{notification.announcement.to-nobody}");
        }
        return people;
    }

    /** Everybody who works here today and is meant. */
    Set<UUID> people(Scope scope) {
        return organization
                .everybody()
                .filter(Person::active)
                .filter(person -> isMeant(person, scope))
                .map(Person::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Whoever leads a unit, or may announce to everybody. */
    boolean mayPublish(Account who) {
        return who.may(Permission.ANNOUNCEMENT_PUBLISH)
                || !organization.unitsUnder(who.id()).isEmpty();
    }

    private boolean isMeant(Person person, Scope scope) {
        if (scope.everyone() || (person.position() != null && scope.positions().contains(person.position()))) {
            return true;
        }
        var units = new HashSet<UUID>();
        scope.units().forEach(unit -> units.addAll(organization.below(unit)));
        return units.contains(person.unit());
    }
}

package zhangfa.organization.person;

import java.util.Comparator;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.organization.Unit;

/** What an editor of a person may choose from. */
@Component
class PersonChoices {

    private final Organization organization;

    PersonChoices(Organization organization) {
        this.organization = organization;
    }

    Choices now() {
        var units = new LinkedHashMap<String, String>();
        organization
                .units()
                .sorted(Comparator.comparing(Unit::name))
                .forEach(unit -> units.put(unit.id().toString(), unit.name()));
        var people = new LinkedHashMap<String, String>();
        organization
                .everybody()
                .filter(Person::active)
                .sorted(Comparator.comparing(Person::username))
                .forEach(person -> people.put(person.id().toString(), person.name() + " · " + person.username()));
        return new Choices(units, organization.positions(), people);
    }
}

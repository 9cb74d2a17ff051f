package zhangfa.organization.unit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.organization.Unit;

/**
 * What an editor of a unit may choose from.
 *
 * @param parents units that it may be moved under, by id
 * @param heads people who may lead it, by id
 */
public record UnitChoices(Map<String, String> parents, Map<String, String> heads) {

    static UnitChoices of(Organization organization, Unit unit) {
        var parents = new LinkedHashMap<String, String>();
        var below = organization.below(unit.id());
        organization
                .units()
                .filter(other -> !below.contains(other.id()))
                .sorted(Comparator.comparing(Unit::name))
                .forEach(other -> parents.put(other.id().toString(), other.name()));
        var heads = new LinkedHashMap<String, String>();
        organization
                .everybody()
                .filter(Person::active)
                .sorted(Comparator.comparing(Person::username))
                .forEach(person -> heads.put(person.id().toString(), person.name() + " · " + person.username()));
        return new UnitChoices(parents, heads);
    }
}

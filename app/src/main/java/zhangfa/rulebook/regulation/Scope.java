package zhangfa.rulebook.regulation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;

/**
 * Whom a regulation binds.
 *
 * @param everyone the whole company; then units and positions do not matter
 * @param units keys of units; each with everything below it
 * @param positions keys of positions
 */
public record Scope(boolean everyone, List<String> units, List<String> positions) {

    public static final Scope EVERYONE = new Scope(true, List.of(), List.of());

    public Scope {
        units = everyone ? List.of() : sorted(units);
        positions = everyone ? List.of() : sorted(positions);
    }

    /** Everybody who works here today and is bound. */
    public Set<UUID> people(Organization organization) {
        var within = new HashSet<UUID>();
        for (var key : units) {
            organization.unitKeyed(key).ifPresent(unit -> within.addAll(organization.below(unit.id())));
        }
        var people = new HashSet<UUID>();
        organization
                .everybody()
                .filter(Person::active)
                .filter(person -> everyone || within.contains(person.unit()) || holdsOne(person))
                .forEach(person -> people.add(person.id()));
        return people;
    }

    public boolean isEmpty() {
        return !everyone && units.isEmpty() && positions.isEmpty();
    }

    private boolean holdsOne(Person person) {
        return person.position() != null && positions.contains(person.position());
    }

    private static List<String> sorted(Collection<String> keys) {
        return List.copyOf(new TreeSet<>(keys));
    }
}

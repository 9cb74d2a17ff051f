package zhangfa.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The organisation of one day, whole and unchanging; all questions are answered from it. */
final class Chart {

    private final Map<UUID, Unit> units;
    private final Map<String, Unit> unitsByKey;
    private final Map<UUID, Person> people;
    private final Map<String, Person> peopleByName;
    private final Map<UUID, List<Unit>> children;
    private final List<Authority> authorities;
    private final Map<UUID, List<Deputy>> deputies;

    Chart(List<Unit> units, List<Person> people, List<Authority> authorities, List<Deputy> deputies) {
        this.units = by(units, Unit::id);
        this.unitsByKey = by(units, Unit::key);
        this.people = by(people, Person::id);
        this.peopleByName = by(people, Person::username);
        this.authorities = List.copyOf(authorities);
        this.deputies = deputies.stream().collect(Collectors.groupingBy(Deputy::person));
        this.children = new HashMap<>();
        for (var unit : units) {
            var parent = unit.parent();
            if (parent != null) {
                children.computeIfAbsent(parent, none -> new ArrayList<>()).add(unit);
            }
        }
    }

    Optional<Unit> unit(UUID id) {
        return Optional.ofNullable(units.get(id));
    }

    Optional<Unit> unitKeyed(String key) {
        return Optional.ofNullable(unitsByKey.get(key));
    }

    Stream<Unit> units() {
        return units.values().stream();
    }

    Optional<Person> person(UUID id) {
        return Optional.ofNullable(people.get(id));
    }

    Optional<Person> personNamed(String username) {
        return Optional.ofNullable(peopleByName.get(username));
    }

    Stream<Person> people() {
        return people.values().stream();
    }

    /** The unit itself, then each parent up to the top. */
    List<Unit> lineOf(UUID unit) {
        var line = new LinkedHashSet<Unit>();
        for (var at = units.get(unit); at != null && line.add(at); at = parentOf(at)) {}
        return List.copyOf(line);
    }

    /** The unit itself and everything below it. */
    Set<UUID> below(UUID unit) {
        var found = new HashSet<UUID>();
        collect(unit, found);
        return found;
    }

    List<UUID> headsAbove(UUID person) {
        return person(person).stream()
                .flatMap(someone -> lineOf(someone.unit()).stream())
                .flatMap(unit -> Stream.ofNullable(unit.head()))
                .distinct()
                .toList();
    }

    Set<UUID> unitsUnder(UUID head) {
        var found = new HashSet<UUID>();
        units().filter(unit -> head.equals(unit.head())).forEach(unit -> collect(unit.id(), found));
        return found;
    }

    /** The closest row up the line of units, else the row for everybody. */
    Optional<Authority> authority(String matter, UUID unit) {
        var rows =
                authorities.stream().filter(row -> row.matter().equals(matter)).toList();
        return lineOf(unit).stream()
                .flatMap(at -> rows.stream().filter(row -> at.id().equals(row.unit())))
                .findFirst()
                .or(() -> rows.stream().filter(row -> row.unit() == null).findFirst());
    }

    Optional<UUID> approver(Authority row) {
        return switch (row.kind()) {
            case HEAD -> unitKeyed(row.approver()).map(Unit::head);
            case PERSON -> personNamed(row.approver()).filter(Person::active).map(Person::id);
            case POSITION -> holding(row.approver()).stream().findFirst();
        };
    }

    List<UUID> holding(String position) {
        return people().filter(person -> person.active() && position.equals(person.position()))
                .map(Person::id)
                .sorted()
                .toList();
    }

    /** Follows deputies who are away themselves to one who is there; nobody where they stand in for each other in a circle. */
    Optional<UUID> standIn(UUID person, String scope) {
        var seen = new HashSet<>(Set.of(person));
        var at = deputy(person, scope);
        while (at.isPresent() && seen.add(at.get())) {
            var next = deputy(at.get(), scope);
            if (next.isEmpty()) {
                return at;
            }
            at = next;
        }
        return Optional.empty();
    }

    /** One who was named for this scope goes before one who was named for everything. */
    private Optional<UUID> deputy(UUID person, String scope) {
        var named = deputies.getOrDefault(person, List.of()).stream()
                .filter(deputy -> person(deputy.deputy()).filter(Person::active).isPresent())
                .toList();
        return Stream.of(scope, Deputy.EVERYTHING)
                .flatMap(
                        wanted -> named.stream().filter(deputy -> deputy.scope().equals(wanted)))
                .map(Deputy::deputy)
                .findFirst();
    }

    private void collect(UUID unit, Set<UUID> found) {
        if (found.add(unit)) {
            children.getOrDefault(unit, List.of()).forEach(child -> collect(child.id(), found));
        }
    }

    private @Nullable Unit parentOf(Unit unit) {
        var parent = unit.parent();
        return parent == null ? null : units.get(parent);
    }

    private static <K, T> Map<K, T> by(List<T> all, Function<T, K> key) {
        return all.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }
}

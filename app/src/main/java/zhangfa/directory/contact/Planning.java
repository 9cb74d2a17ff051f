package zhangfa.directory.contact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhangfa.api.Refusal;
import zhangfa.directory.link.Reach;
import zhangfa.directory.platform.Contacts;
import zhangfa.directory.platform.Contacts.Department;
import zhangfa.directory.platform.Contacts.Member;
import zhangfa.identity.Usernames;
import zhangfa.organization.Contact;
import zhangfa.organization.Person;
import zhangfa.organization.Unit;

/**
 * Compares contacts with the organisation of today. Who and what was linked is known by the link; a department is else the unit
 * of the same name in the same place, a person the one whom userid, address and number name together.
 */
final class Planning {

    private final Present present;
    private final Reach reach;
    private final Map<UUID, Unit> units;
    private final Map<UUID, Person> people;
    private final Map<String, Person> byUsername;
    private final Map<String, Optional<UUID>> unitOf = new HashMap<>();
    private final Set<UUID> taken;
    private final Set<String> usernames = new HashSet<>();

    /**
     * The organisation as it is, and what is linked.
     *
     * @param departments units by the platform's departments
     * @param links accounts by the platform's people
     * @param guarded accounts that look after accounts, which no contact is ever found to be
     * @param usernames of all accounts
     */
    record Present(
            List<Unit> units,
            List<Person> people,
            Map<UUID, Contact> contacts,
            Map<String, UUID> departments,
            Map<String, UUID> links,
            Set<UUID> guarded,
            Set<String> usernames) {}

    Planning(Present present) {
        this.present = present;
        this.reach = new Reach(present.contacts());
        this.units = present.units().stream().collect(Collectors.toMap(Unit::id, unit -> unit));
        this.people = present.people().stream().collect(Collectors.toMap(Person::id, person -> person));
        this.byUsername = present.people().stream().collect(Collectors.toMap(Person::username, person -> person));
        this.taken = new HashSet<>(present.links().values());
        this.usernames.addAll(present.usernames());
    }

    Plan plan(Contacts contacts) {
        var unitSteps = topDown(contacts.departments()).stream().map(this::step).toList();
        var personSteps = contacts.members().stream()
                .sorted(Comparator.comparing(Member::subject))
                .map(this::step)
                .toList();
        var there = contacts.members().stream().map(Member::subject).collect(Collectors.toSet());
        return new Plan(unitSteps, personSteps, leavers(there));
    }

    /** Each after the one above it; one whose parent the app may not see stands under the top. */
    private static List<Department> topDown(List<Department> departments) {
        var left = new LinkedHashMap<String, Department>();
        departments.forEach(department -> left.put(department.id(), department));
        var sorted = new ArrayList<Department>();
        while (!left.isEmpty()) {
            var next = left.values().stream()
                    .filter(one -> one.parent() == null || !left.containsKey(one.parent()))
                    .findFirst()
                    .orElseGet(() -> left.values().iterator().next());
            left.remove(next.id());
            sorted.add(next);
        }
        return sorted;
    }

    private UnitStep step(Department department) {
        var unit = unit(department);
        unitOf.put(department.id(), unit);
        var known = present.departments().get(department.id());
        var linked = unit.filter(id -> id.equals(known)).isPresent();
        var is = unit.map(units::get).orElse(null);
        if (is == null || department.parent() == null) {
            return new UnitStep(department, unit.orElse(null), linked, false, false);
        }
        return new UnitStep(
                department,
                is.id(),
                linked,
                !is.name().equals(department.name()),
                !above(department).equals(Optional.ofNullable(is.parent())));
    }

    /** Empty for one that is still to be founded. */
    private Optional<UUID> unit(Department department) {
        return Optional.ofNullable(present.departments().get(department.id()))
                .filter(units::containsKey)
                .or(() -> department.parent() == null
                        ? Optional.of(top())
                        : above(department).flatMap(parent -> sameName(department.name(), parent)));
    }

    private Optional<UUID> above(Department department) {
        return unitOf.getOrDefault(String.valueOf(department.parent()), Optional.of(top()));
    }

    private UUID top() {
        return present.units().stream()
                .filter(unit -> unit.parent() == null)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("{organization.company-first}"))
                .id();
    }

    private Optional<UUID> sameName(String name, UUID parent) {
        return present.units().stream()
                .filter(unit -> unit.name().equals(name) && parent.equals(unit.parent()))
                .map(Unit::id)
                .filter(id -> !present.departments().containsValue(id) && !unitOf.containsValue(Optional.of(id)))
                .findFirst();
    }

    private PersonStep step(Member member) {
        var linked = Optional.ofNullable(present.links().get(member.subject()));
        var found = linked.map(Set::of).orElseGet(() -> found(member));
        if (found.size() > 1) {
            return PersonStep.unclear(member, null, "{directory.contact.two-people}");
        }
        if (found.isEmpty()) {
            return newcomer(member);
        }
        var person = people.get(found.iterator().next());
        if (person == null) {
            return PersonStep.unclear(member, null, "{directory.contact.no-person}");
        }
        if (!person.active()) {
            return PersonStep.unclear(member, person.id(), "{directory.contact.shut}");
        }
        return new PersonStep(
                member,
                person.id(),
                person.username(),
                linked.isPresent(),
                isDescribedOtherwise(person, member),
                !unitOf.getOrDefault(member.department(), Optional.of(top())).equals(Optional.of(person.unit())),
                null);
    }

    private Set<UUID> found(Member member) {
        return Stream.of(
                        Optional.ofNullable(member.username())
                                .map(name -> byUsername.get(name.toLowerCase(Locale.ROOT)))
                                .map(Person::id),
                        reach.byEmail(member.email()),
                        reach.byPhone(member.phone()))
                .flatMap(Optional::stream)
                .filter(id -> !taken.contains(id) && !present.guarded().contains(id))
                .collect(Collectors.toSet());
    }

    private PersonStep newcomer(Member member) {
        var email = Objects.requireNonNullElse(member.email(), "");
        var username = Stream.of(
                        Objects.requireNonNullElse(member.username(), ""),
                        email.replaceFirst("@.*", ""),
                        member.subject())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> Usernames.isUsable(name) && usernames.add(name))
                .findFirst();
        return username.map(name -> new PersonStep(member, null, name, false, false, false, null))
                .orElseGet(() -> PersonStep.unclear(member, null, "{directory.contact.no-username}"));
    }

    private boolean isDescribedOtherwise(Person person, Member member) {
        var contact = present.contacts().getOrDefault(person.id(), new Contact(null, null));
        var email = member.email();
        var phone = member.phone();
        return !person.name().equals(member.name())
                || (email != null && !email.equalsIgnoreCase(contact.email()))
                || (phone != null && !Reach.phone(phone).equals(Reach.phone(contact.phone())));
    }

    private List<Leaver> leavers(Set<String> there) {
        return present.links().entrySet().stream()
                .filter(link -> !there.contains(link.getKey()))
                .flatMap(link -> Stream.ofNullable(people.get(link.getValue())))
                .filter(Person::active)
                .map(person -> new Leaver(person.id(), person.username(), person.name()))
                .sorted(Comparator.comparing(Leaver::username))
                .toList();
    }
}

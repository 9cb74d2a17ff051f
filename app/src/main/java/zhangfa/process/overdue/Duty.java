package zhangfa.process.overdue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.database.RoundTrip;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.process.Eyes;
import zhangfa.process.Overdue.Filter;
import zhangfa.process.Ownership;

/** Whose delays somebody answers for: heads for their units and people, owners for their processes, the inspector for all. */
@Component
class Duty {

    /** With {@link Eyes#SEES} said of the case, which decides whether it may be named. */
    static final String LATE = """
            from process.task t join process.case c on c.id = t.case_id
            where t.closing is null and t.due_at < :now
              and (:all or c.unit = any (:units::uuid[]) or c.process = any (:owned::text[])
                   or coalesce(t.assignee, t.accountable) = any (:people::uuid[]))
              and (:only::uuid[] is null or coalesce(t.assignee, t.accountable) = any (:only::uuid[]))
              and (:process::text is null or c.process = :process)
            """;

    private final Organization organization;
    private final Ownership ownership;
    private final Eyes eyes;

    Duty(Organization organization, Ownership ownership, Eyes eyes) {
        this.organization = organization;
        this.ownership = ownership;
        this.eyes = eyes;
    }

    boolean concerns(Account who) {
        return who.may(Permission.CASE_INSPECT)
                || !organization.unitsUnder(who.id()).isEmpty()
                || !ownership.of(who.id()).isEmpty();
    }

    /** Everybody who answers for delays by their post. */
    Set<UUID> bearers() {
        return Stream.concat(
                        organization.units().flatMap(unit -> Stream.ofNullable(unit.head())),
                        ownership.owners().stream())
                .collect(Collectors.toSet());
    }

    /** The parameters of {@link #LATE}, for what somebody answers for by their post or may look at besides. */
    Map<String, @Nullable Object> of(Account who, Filter filter, boolean byPost) {
        var parameters = new HashMap<String, @Nullable Object>(eyes.of(who));
        parameters.put("all", !byPost && who.may(Permission.CASE_INSPECT));
        parameters.put("people", RoundTrip.array(peopleOf(organization.unitsUnder(who.id()))));
        parameters.put("only", only(filter));
        parameters.put("process", filter.process());
        return parameters;
    }

    private @Nullable String only(Filter filter) {
        var unit = filter.unit();
        var person = filter.person();
        if (unit == null) {
            return person == null ? null : RoundTrip.array(Set.of(person));
        }
        var people = peopleOf(Set.of(unit));
        if (person != null) {
            people.retainAll(Set.of(person));
        }
        return RoundTrip.array(people);
    }

    private Set<UUID> peopleOf(Set<UUID> units) {
        return organization
                .everybody()
                .filter(person -> units.contains(person.unit()))
                .map(Person::id)
                .collect(Collectors.toSet());
    }
}

package zhangfa.rulebook.practice;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.organization.Unit;

/** Tells whom a duty's rule names in the company as it is today. */
@Component
public class DutyRoster {

    private final Organization organization;

    DutyRoster(Organization organization) {
        this.organization = organization;
    }

    /** How many people; for a rule that depends on the unit, over all units together. */
    public int peopleFor(String who) {
        return (int) ids(who).distinct().count();
    }

    /** The people of a rule that names the same for every case; empty for all others. */
    public List<String> namesFor(String who) {
        return who.startsWith("position:")
                ? organization.people(ids(who).toList()).stream()
                        .map(Person::name)
                        .toList()
                : List.of();
    }

    private Stream<UUID> ids(String who) {
        var colon = who.indexOf(':');
        var value = who.substring(colon + 1);
        return switch (colon < 0 ? who : who.substring(0, colon)) {
            case "initiator" -> organization.everybody().filter(Person::active).map(Person::id);
            case "unit-head" -> organization.units().flatMap(unit -> Stream.ofNullable(unit.head()));
            case "head" -> organization.unitKeyed(value).stream().flatMap(unit -> Stream.ofNullable(unit.head()));
            case "position" -> organization.holding(value).stream();
            case "authority" ->
                organization.units().map(Unit::id).flatMap(unit -> organization.authority(value, unit).stream());
            default -> Stream.empty();
        };
    }
}

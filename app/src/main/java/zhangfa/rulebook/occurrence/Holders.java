package zhangfa.rulebook.occurrence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.calendar.BusinessCalendar;
import zhangfa.calendar.Calendars;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.organization.Unit;
import zhangfa.rulebook.obligation.Obligation;

/** Who has an obligation today, and on whose calendar it is counted. */
@Component
class Holders {

    private final Organization organization;
    private final Calendars calendars;

    Holders(Organization organization, Calendars calendars) {
        this.organization = organization;
        this.calendars = calendars;
    }

    /** For each unit below the top that somebody leads, where each has it; else once, for no unit. */
    List<Optional<UUID>> units(Obligation obligation) {
        return obligation.isOfEachUnit()
                ? organization
                        .units()
                        .filter(unit -> unit.parent() != null && unit.head() != null)
                        .map(unit -> Optional.of(unit.id()))
                        .toList()
                : List.of(Optional.empty());
    }

    List<UUID> people(@Nullable String rule, @Nullable UUID unit) {
        if (rule == null) {
            return List.of();
        }
        var value = rule.substring(rule.indexOf(':') + 1);
        if (rule.startsWith("position:")) {
            return organization.holding(value);
        }
        var led = rule.startsWith("head:")
                ? organization.unitKeyed(value)
                : Optional.ofNullable(unit).flatMap(organization::unit);
        return led.stream().flatMap(one -> Stream.ofNullable(one.head())).toList();
    }

    /** Of the unit, else of whoever has it, else the company's. */
    BusinessCalendar calendar(@Nullable UUID unit, List<UUID> people) {
        var own = Optional.ofNullable(unit)
                .or(() -> organization.people(people).stream().map(Person::unit).findFirst());
        return own.map(calendars::forUnit).orElseGet(calendars::company);
    }

    /** The heads above these people, who are told what is late. */
    Stream<UUID> headsAbove(List<UUID> people) {
        return people.stream()
                .flatMap(person -> organization.headsAbove(person).stream()
                        .filter(head -> !head.equals(person))
                        .limit(1))
                .distinct();
    }

    /** Themselves, or whoever they act for while those are away. */
    boolean actsFor(UUID who, List<UUID> people) {
        return people.contains(who)
                || people.stream()
                        .anyMatch(person -> organization
                                .standIn(person, "")
                                .filter(who::equals)
                                .isPresent());
    }

    /** Whoever stands below a head, the head among them. */
    List<UUID> under(UUID who) {
        var units = organization.unitsUnder(who);
        return Stream.concat(
                        Stream.of(who),
                        organization
                                .everybody()
                                .filter(person -> units.contains(person.unit()))
                                .map(Person::id))
                .distinct()
                .toList();
    }

    String unitName(@Nullable UUID unit) {
        return Optional.ofNullable(unit)
                .flatMap(organization::unit)
                .map(Unit::name)
                .orElse("");
    }

    String names(List<UUID> people) {
        return String.join(
                "、", organization.people(people).stream().map(Person::name).toList());
    }
}

package zhangfa.process.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.flow.FlowStep;
import zhangfa.flow.FlowStep.Kind;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.process.definition.Definition;
import zhangfa.process.deputy.Deputies;

/**
 * Finds the people of a step by its assignment rule, as the organisation stands now. A conflicted initiator is replaced by
 * others of the same role, then by the next head up, then by the process's last resort: nobody decides on their own case. Then
 * whoever is away is replaced by their deputy.
 */
@Component
class Staffing {

    private final Organization organization;
    private final PeopleRules rules;
    private final Deputies deputies;

    Staffing(Organization organization, PeopleRules rules, Deputies deputies) {
        this.organization = organization;
        this.rules = rules;
        this.deputies = deputies;
    }

    StaffedStep of(Definition definition, FlowStep step, UUID initiator, UUID unit, Map<String, Object> data) {
        var named = named(step, initiator, unit, data);
        var people = replacesInitiator(step) ? withoutInitiator(named, definition, initiator) : named;
        if (people.isEmpty()) {
            return StaffedStep.NOBODY;
        }
        var present = deputies.present(people, definition.key(), replacesInitiator(step) ? initiator : null);
        return new StaffedStep(
                present.people(), accountable(present.people(), definition, initiator), present.behalf());
    }

    /** This person, or whoever acts for them in such a step while they are away. */
    UUID present(UUID person, Definition definition, FlowStep step, UUID initiator) {
        return deputies.present(person, definition.key(), replacesInitiator(step) ? initiator : null);
    }

    private List<UUID> named(FlowStep step, UUID initiator, UUID unit, Map<String, Object> data) {
        var assignment = step.assignment();
        var parameters = assignment.parameters();
        return switch (assignment.strategy()) {
            case "initiator" -> List.of(initiator);
            case "field" ->
                data.get(parameters.getOrDefault("field", "")) instanceof String username
                        ? rules.people("person:" + username)
                        : List.of();
            case "unit-head" -> headAbove(initiator, parameters.getOrDefault("level", "1"));
            case "authority" ->
                organization.authority(parameters.getOrDefault("matter", ""), unit).stream()
                        .toList();
            default -> rules.people(assignment.strategy(), parameters);
        };
    }

    /** A level that is no number from 1 on names nobody, and the case waits for its owner instead of failing. */
    private List<UUID> headAbove(UUID initiator, String level) {
        return level.matches("[1-9]\\d?")
                ? organization.headsAbove(initiator).stream()
                        .skip(Integer.parseInt(level) - 1L)
                        .limit(1)
                        .toList()
                : List.of();
    }

    /** An approval never falls to the initiator; work does unless the model says {@code initiator="replace"}. */
    static boolean replacesInitiator(FlowStep step) {
        return step.assignment()
                .parameters()
                .getOrDefault("initiator", step.kind() == Kind.APPROVAL ? "replace" : "allow")
                .equals("replace");
    }

    private List<UUID> withoutInitiator(List<UUID> named, Definition definition, UUID initiator) {
        if (!named.contains(initiator)) {
            return named;
        }
        var others = named.stream().filter(person -> !person.equals(initiator)).toList();
        if (!others.isEmpty()) {
            return others;
        }
        return Stream.concat(organization.headsAbove(initiator).stream(), lastResort(definition))
                .filter(person -> !person.equals(initiator))
                .limit(1)
                .toList();
    }

    private Stream<UUID> lastResort(Definition definition) {
        var rule = definition.model().attributes().get("last-resort");
        return rule == null ? Stream.empty() : rules.people(rule).stream();
    }

    /** One for all: the only one asked, else the head of their unit, else the process owner, else the first of them. */
    private UUID accountable(List<UUID> people, Definition definition, UUID initiator) {
        if (people.size() == 1) {
            return people.getFirst();
        }
        var candidates = new ArrayList<UUID>();
        commonHead(people).ifPresent(candidates::add);
        candidates.addAll(owners(definition.owner()));
        candidates.add(people.getFirst());
        return candidates.stream()
                .filter(person -> !person.equals(initiator))
                .findFirst()
                .orElse(people.getFirst());
    }

    private Optional<UUID> commonHead(List<UUID> people) {
        return organization.people(people).stream()
                .map(Person::unit)
                .distinct()
                .findFirst()
                .flatMap(unit -> organization.lineOf(unit).stream()
                        .flatMap(above -> Stream.ofNullable(above.head()))
                        .findFirst());
    }

    List<UUID> owners(@Nullable String rule) {
        return rule == null ? List.of() : rules.people(rule);
    }
}

package zhangfa.process.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.flow.FlowStep;
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
    private final StepRules stepRules;
    private final Deputies deputies;
    private final StepPolicies policies;

    Staffing(
            Organization organization,
            PeopleRules rules,
            StepRules stepRules,
            Deputies deputies,
            StepPolicies policies) {
        this.organization = organization;
        this.rules = rules;
        this.stepRules = stepRules;
        this.deputies = deputies;
        this.policies = policies;
    }

    StaffedStep of(
            Definition definition, FlowStep step, UUID initiator, UUID unit, Map<String, Object> data, Past past) {
        var conflicted = StepPolicies.conflicted(step, initiator, past);
        var named = stepRules.named(step, initiator, unit, data);
        if (StepPolicies.initiator(step).equals("skip") && named.equals(List.of(initiator))) {
            return StaffedStep.skipped("initiator");
        }
        var people = without(conflicted, named, definition, step, initiator);
        if (people.isEmpty()) {
            people = without(conflicted, policies.insteadOfNobody(definition, step), definition, step, initiator);
        }
        if (people.isEmpty()) {
            return StepPolicies.withNobody(step);
        }
        var present = deputies.present(people, definition.key(), conflicted);
        if (StepPolicies.skipsSame(definition, step, present.people(), past)) {
            return StaffedStep.skipped("same-approver");
        }
        return new StaffedStep(
                present.people(), accountable(present.people(), definition, initiator), present.behalf());
    }

    /** This person, or whoever acts for them while they are away and may have a say in the step. */
    UUID present(UUID person, Definition definition, Set<UUID> conflicted) {
        return deputies.present(person, definition.key(), conflicted);
    }

    /** Others of the same role, then the next head up, then the process's last resort. */
    private List<UUID> without(
            Set<UUID> conflicted, List<UUID> named, Definition definition, FlowStep step, UUID initiator) {
        var others =
                named.stream().filter(person -> !conflicted.contains(person)).toList();
        var atOnce = StepPolicies.initiator(step).equals("superior");
        if (others.size() == named.size() || (!others.isEmpty() && !atOnce)) {
            return others;
        }
        var absent = named.contains(initiator) ? initiator : named.getFirst();
        return Stream.concat(organization.headsAbove(absent).stream(), lastResort(definition))
                .filter(person -> !conflicted.contains(person))
                .limit(1)
                .toList();
    }

    private Stream<UUID> lastResort(Definition definition) {
        var rule = definition.model().attributes().get("last-resort");
        return rule == null ? Stream.empty() : rules.people(rule).stream();
    }

    /** One for all: the only one asked, else the head of their unit, else the process owner, else the first of them. */
    UUID accountable(List<UUID> people, Definition definition, UUID initiator) {
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

package zhangfa.process.run;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.flow.FlowExpression;
import zhangfa.flow.FlowStep;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;

/** Whom the rule of a step names in one case, as the organisation stands now. */
@Component
class StepRules {

    private final Organization organization;
    private final PeopleRules rules;
    private final Clock clock;

    StepRules(Organization organization, PeopleRules rules, Clock clock) {
        this.organization = organization;
        this.rules = rules;
        this.clock = clock;
    }

    List<UUID> named(FlowStep step, UUID initiator, UUID unit, Map<String, Object> data) {
        var parameters = step.assignment().parameters();
        return switch (step.assignment().strategy()) {
            case "initiator" -> List.of(initiator);
            case "field" -> said(data.get(parameters.getOrDefault("field", "")));
            case "field-head" -> headOf(data.get(parameters.getOrDefault("field", "")));
            case "feel" -> said(expressed(parameters.getOrDefault("expression", ""), data));
            case Nominees.STRATEGY -> said(Nominees.of(step, data));
            case "unit-head" -> headAbove(initiator, parameters.getOrDefault("level", "1"));
            case "authority" ->
                organization.authority(parameters.getOrDefault("matter", ""), unit).stream()
                        .toList();
            default -> rules.people(step.assignment().strategy(), parameters);
        };
    }

    /** A username, a rule such as {@code position:accountant}, or several of them. */
    private List<UUID> said(@Nullable Object value) {
        return switch (value) {
            case String text -> rules.people(text.contains(":") ? text : "person:" + text);
            case Collection<?> many ->
                many.stream().flatMap(one -> said(one).stream()).distinct().toList();
            case null, default -> List.of();
        };
    }

    private @Nullable Object expressed(String expression, Map<String, Object> data) {
        try {
            return FlowExpression.compile(expression, clock.getZone()).value(data, clock.instant());
        } catch (IllegalArgumentException noFeel) {
            // Refused when it is published; an older version names nobody, and its owner hears of it.
            return null;
        }
    }

    /** The head of the unit that a field names by its key, or else of whoever it names by username; the next one up where that post is vacant. */
    private List<UUID> headOf(@Nullable Object value) {
        var text = value instanceof String named ? named : "";
        var heads = organization
                .unitKeyed(text)
                .map(Unit::id)
                .map(unit -> organization.lineOf(unit).stream().flatMap(above -> Stream.ofNullable(above.head())))
                .or(() -> organization
                        .personNamed(text)
                        .map(person -> organization.headsAbove(person.id()).stream()
                                .filter(head -> !head.equals(person.id()))));
        return heads.flatMap(Stream::findFirst).map(List::of).orElse(List.of());
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
}

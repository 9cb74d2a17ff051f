package zhangfa.process.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;

/** Rules that name people without regard to a case: {@code position:accountant}, {@code person:ceo}, {@code head:finance}. */
@Component
class PeopleRules {

    private final Organization organization;

    PeopleRules(Organization organization) {
        this.organization = organization;
    }

    List<UUID> people(String rule) {
        var colon = rule.indexOf(':');
        return colon < 0
                ? List.of()
                : people(rule.substring(0, colon), rule.substring(colon + 1)).toList();
    }

    /** By strategy and parameters as a step states them; a strategy that is not known names nobody. */
    List<UUID> people(String strategy, Map<String, String> parameters) {
        if (strategy.equals("candidates")) {
            return Stream.concat(
                            listed(parameters.get("users")).flatMap(user -> people("person", user)),
                            listed(parameters.get("groups")).flatMap(this::group))
                    .distinct()
                    .toList();
        }
        var value = parameters.getOrDefault(
                strategy, parameters.getOrDefault("username", parameters.getOrDefault("name", "")));
        return listed(value).flatMap(one -> people(strategy, one)).distinct().toList();
    }

    private Stream<UUID> people(String strategy, String value) {
        return switch (strategy) {
            case "person" -> organization.personNamed(value).filter(this::isReached).map(Person::id).stream();
            case "position" -> organization.holding(value).stream();
            case "head" -> organization.unitKeyed(value).flatMap(unit -> Optional.ofNullable(unit.head())).stream();
            case "unit", "group" -> group(value);
            default -> Stream.empty();
        };
    }

    /** Who left is reached as long as somebody stands in for them. */
    private boolean isReached(Person person) {
        return person.active() || organization.standIn(person.id(), "").isPresent();
    }

    /** A group of another tool's model is a position here, else everybody of a unit with that key. */
    private Stream<UUID> group(String key) {
        var holders = organization.holding(key);
        if (!holders.isEmpty()) {
            return holders.stream();
        }
        return organization.unitKeyed(key).stream()
                .flatMap(unit -> organization
                        .everybody()
                        .filter(person -> person.active() && person.unit().equals(unit.id()))
                        .map(Person::id));
    }

    private static Stream<String> listed(@Nullable String value) {
        return value == null
                ? Stream.empty()
                : Arrays.stream(value.split(",")).map(String::strip).filter(one -> !one.isEmpty());
    }
}

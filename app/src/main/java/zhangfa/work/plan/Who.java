package zhangfa.work.plan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is asked in a step, as a rule of the organisation and not as a name where possible.
 *
 * @param strategy empty where nobody has been chosen yet
 * @param parameters of the rule, as the model writes them
 */
public record Who(String strategy, Map<String, String> parameters) {

    static final Who NOBODY = new Who("", Map.of());

    /** The strategies that are shown, and the parameter that says whom each means; none for the initiator. */
    private static final Map<String, String> SHOWN = Map.of(
            "initiator", "",
            "unit-head", "level",
            "head", "head",
            "position", "position",
            "person", "person",
            "field", "field",
            "authority", "matter");

    private static final Set<String> BESIDE = Set.of("initiator", "of");

    /** Of a strategy and whom it means. */
    public static Who of(String strategy, List<String> values, Map<String, String> present) {
        var parameters = new LinkedHashMap<String, String>();
        present.forEach((name, value) -> {
            if (BESIDE.contains(name)) {
                parameters.put(name, value);
            }
        });
        var main = SHOWN.getOrDefault(strategy, "");
        if (!main.isEmpty() && !values.isEmpty()) {
            parameters.put(main, String.join(",", values));
        }
        return SHOWN.containsKey(strategy) ? new Who(strategy, parameters) : NOBODY;
    }

    boolean isShown() {
        return SHOWN.containsKey(strategy)
                && parameters.keySet().stream()
                        .allMatch(name -> BESIDE.contains(name) || name.equals(SHOWN.get(strategy)));
    }

    public boolean isNobody() {
        return strategy.isEmpty();
    }

    public boolean is(String which) {
        return strategy.equals(which);
    }

    /** Whom the strategy means: usernames, keys of positions or units, a level, a field. */
    public List<String> values() {
        var nothing = is("unit-head") ? "1" : "";
        var written = parameters.getOrDefault(SHOWN.getOrDefault(strategy, ""), nothing);
        return Arrays.stream(written.split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The values where the strategy is this one. */
    public List<String> values(String which) {
        return is(which) ? values() : List.of();
    }

    /** The first value where the strategy is this one, else nothing. */
    public String value(String which) {
        return values(which).isEmpty() ? "" : values(which).getFirst();
    }

    /** What becomes of an initiator who would be asked; empty where the rule of the house holds. */
    public String initiator() {
        return parameters.getOrDefault("initiator", "");
    }

    /** The same people, with another rule for an initiator among them. */
    public Who withInitiator(String policy) {
        var changed = new LinkedHashMap<>(parameters);
        if (policy.isEmpty()) {
            changed.remove("initiator");
        } else {
            changed.put("initiator", policy);
        }
        return new Who(strategy, changed);
    }
}

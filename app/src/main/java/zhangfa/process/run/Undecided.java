package zhangfa.process.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import zhangfa.process.Reading.Expected;
import zhangfa.process.definition.Definition;

/**
 * Ways that a case may still take because fields on which conditions depend are not filled in: each such field is tried with what
 * the conditions compare it with, a little less and a little more, and with what its form offers.
 */
final class Undecided {

    /** More fields than give so many ways are tried one at a time. */
    private static final int MOST = 48;

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    private Undecided() {}

    /** The form as it is first of all, then with what might be filled in. */
    static List<Map<String, Object>> ways(Definition definition, Map<String, Object> form) {
        var open = open(definition, form);
        var all = open.values().stream()
                .mapToLong(values -> values.size() + 1L)
                .reduce(1, (one, other) -> Math.min(MOST + 1, one * other));
        List<Map<String, Object>> ways = new ArrayList<>(List.of(form));
        for (var field : open.entrySet()) {
            var before = all > MOST ? List.of(form) : List.copyOf(ways);
            for (var value : field.getValue()) {
                before.forEach(way -> ways.add(with(way, field.getKey(), value)));
            }
        }
        return ways;
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        var filled = new LinkedHashMap<>(form);
        filled.put(field, value);
        return filled;
    }

    /** What might be filled into each field that a condition reads and nobody has filled in. */
    private static Map<String, Set<Object>> open(Definition definition, Map<String, Object> form) {
        var open = new LinkedHashMap<String, Set<Object>>();
        var schema = definition.form().source();
        var conditions = schema == null ? List.<String>of() : definition.conditions();
        if (schema != null && !conditions.isEmpty()) {
            for (var field : schema.path("properties").properties()) {
                var values = new LinkedHashSet<Object>();
                conditions.stream()
                        .filter(condition -> !form.containsKey(field.getKey()) && reads(condition, field.getKey()))
                        .forEach(condition -> values.addAll(compared(condition, field.getValue())));
                if (!values.isEmpty()) {
                    open.put(field.getKey(), values);
                }
            }
        }
        return open;
    }

    private static boolean reads(String condition, String field) {
        var plain = TEXT.matcher(condition).replaceAll("");
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(field) + "(?!\\w)")
                .matcher(plain)
                .find();
    }

    private static Set<Object> compared(String condition, JsonNode field) {
        var values = new LinkedHashSet<Object>();
        field.path("enum").forEach(choice -> values.add(choice.asString()));
        if (field.path("type").asString("").equals("boolean")) {
            values.addAll(List.of(true, false));
        }
        TEXT.matcher(condition).results().forEach(text -> values.add(text.group(1)));
        NUMBER.matcher(TEXT.matcher(condition).replaceAll(""))
                .results()
                .map(number -> new BigDecimal(number.group()))
                .flatMap(number -> Stream.of(number.subtract(BigDecimal.ONE), number, number.add(BigDecimal.ONE)))
                .forEach(values::add);
        return values;
    }

    /** All steps of all ways in one order; certain is what each way comes to. */
    static List<Expected> merged(List<List<Expected>> ways) {
        var merged = new ArrayList<>(ways.getFirst());
        for (var way : ways) {
            var place = 0;
            for (var step : way) {
                var known = merged.indexOf(step);
                if (known < 0) {
                    merged.add(place++, step);
                } else {
                    place = Math.max(place, known + 1);
                }
            }
        }
        return merged.stream()
                .map(step -> ways.stream().allMatch(way -> way.contains(step)) ? step : step.perhaps())
                .toList();
    }
}

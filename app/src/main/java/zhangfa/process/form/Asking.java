package zhangfa.process.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import zhangfa.api.Refusal.Fault;

/**
 * What a form knows beyond its schema: fields that are asked for only while another has certain values ({@code ui.when}; the
 * schema itself refuses them otherwise), ranges that end before they begin, and names of nobody.
 */
final class Asking {

    /** The field that a condition is about, and the values with which it holds. */
    private record When(String field, List<String> values) {

        boolean holds(Map<String, Object> form) {
            return Stream.ofNullable(form.get(field))
                    .flatMap(value -> value instanceof Collection<?> many ? many.stream() : Stream.of(value))
                    .anyMatch(value -> values.contains(String.valueOf(value)));
        }
    }

    private final Map<String, When> conditions = new LinkedHashMap<>();
    private final Map<String, String> widgets = new LinkedHashMap<>();
    private final References references;

    Asking(@Nullable JsonNode schema, References references) {
        this.references = references;
        if (schema != null) {
            for (var property : schema.path("properties").properties()) {
                var hints = Formulas.resolved(schema, property.getValue()).path("ui");
                widgets.put(property.getKey(), hints.path("widget").asString(""));
                var when = hints.path("when");
                if (when.isObject()) {
                    var values = new ArrayList<String>();
                    when.path("values").forEach(value -> values.add(value.asString()));
                    conditions.put(
                            property.getKey(), new When(when.path("field").asString(""), values));
                }
            }
        }
    }

    boolean isUnconditional() {
        return conditions.isEmpty();
    }

    /** Without what is no longer asked for, as the form stands; what was just sent stays, for the schema to refuse it. */
    Map<String, Object> asked(Map<String, Object> form, Map<String, Object> sent) {
        if (isUnconditional()) {
            return form;
        }
        var asked = new LinkedHashMap<>(form);
        conditions.forEach((field, when) -> {
            if (sent.get(field) == null && !when.holds(form)) {
                asked.remove(field);
            }
        });
        return asked;
    }

    List<Fault> faults(Map<String, Object> form) {
        var faults = new ArrayList<Fault>();
        widgets.forEach((field, widget) -> {
            var value = form.get(field);
            var pointer = "/form/" + FormFault.escaped(field);
            if (widget.equals("range") && value instanceof Map<?, ?> range && isBackwards(range)) {
                faults.add(new Fault(pointer + "/until", "{form.range}"));
            } else if (value instanceof String name && !references.isKnown(widget, name)) {
                faults.add(new Fault(pointer, "{form.unknown-" + widget + "}"));
            }
        });
        return faults;
    }

    /** Days as text are in the order of time. */
    private static boolean isBackwards(Map<?, ?> range) {
        return range.get("from") instanceof String from
                && range.get("until") instanceof String until
                && until.compareTo(from) < 0;
    }
}

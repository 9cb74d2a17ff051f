package zhangfa.process.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import zhangfa.api.Refusal.Fault;
import zhangfa.flow.FlowFormula;

/** The computed fields of a form, of its lines first: {@code ui.computed} is their formula in FEEL. */
final class Formulas {

    private static final int DIGITS = 2;

    /** A field that nobody types. */
    private record Computed(String name, boolean number, FlowFormula formula) {}

    private final List<Computed> own = new ArrayList<>();
    private final Map<String, Formulas> lines = new LinkedHashMap<>();

    private Formulas(JsonNode root, JsonNode object) {
        for (var property : object.path("properties").properties()) {
            var field = resolved(root, property.getValue());
            var feel = field.path("ui").path("computed").asString("");
            if (!feel.isEmpty()) {
                var number = field.path("type").asString("").equals("number");
                own.add(new Computed(property.getKey(), number, FlowFormula.of(feel)));
            } else if (field.path("items").path("properties").isObject()) {
                var inner = new Formulas(root, field.path("items"));
                if (!inner.own.isEmpty()) {
                    lines.put(property.getKey(), inner);
                }
            }
        }
    }

    /** @throws IllegalArgumentException where a formula is none */
    static Formulas of(@Nullable JsonNode schema) {
        var root = schema == null ? MissingNode.getInstance() : schema;
        return new Formulas(root, root);
    }

    static JsonNode resolved(JsonNode root, JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : schema;
    }

    boolean isEmpty() {
        return own.isEmpty() && lines.isEmpty();
    }

    /** The form with what it comes to; what the fields do not suffice for is left out. */
    Map<String, Object> computed(Map<String, Object> form) {
        return isEmpty() ? form : computed(form, Map.of());
    }

    private Map<String, Object> computed(Map<String, Object> form, Map<String, Object> around) {
        var whole = new LinkedHashMap<>(form);
        lines.forEach((name, inner) -> {
            if (form.get(name) instanceof List<?> given) {
                whole.put(
                        name, given.stream().map(line -> inner.line(line, form)).toList());
            }
        });
        for (var field : own) {
            var data = new LinkedHashMap<>(around);
            data.putAll(whole);
            data.remove(field.name());
            var value = value(field, data);
            if (value == null) {
                whole.remove(field.name());
            } else {
                whole.put(field.name(), value);
            }
        }
        return whole;
    }

    private Object line(Object line, Map<String, Object> around) {
        if (!(line instanceof Map<?, ?> fields)) {
            return line;
        }
        var typed = new LinkedHashMap<String, Object>();
        fields.forEach((name, value) -> typed.put(String.valueOf(name), value));
        return computed(typed, around);
    }

    private static @Nullable Object value(Computed field, Map<String, Object> data) {
        var value = field.formula().over(data);
        if (value instanceof Number number) {
            return rounded(new BigDecimal(number.toString()));
        }
        return field.number() || value == null ? null : value.toString();
    }

    private static BigDecimal rounded(BigDecimal number) {
        var scaled = number.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return scaled.scale() < 0 ? scaled.setScale(0) : scaled;
    }

    /** What somebody sent for a computed field and it does not come to, by its pointer. */
    List<Fault> written(Map<String, Object> sent, Map<String, Object> settled) {
        var faults = new ArrayList<Fault>();
        written("/form", sent, settled, faults);
        return faults;
    }

    private void written(String at, Map<?, ?> sent, Map<?, ?> settled, List<Fault> faults) {
        own.stream()
                .filter(field -> sent.get(field.name()) != null)
                .filter(field -> !same(sent.get(field.name()), settled.get(field.name())))
                .forEach(field ->
                        faults.add(new Fault(at + "/" + FormFault.escaped(field.name()), "{form.not-writable}")));
        lines.forEach((name, inner) -> {
            if (sent.get(name) instanceof List<?> given && settled.get(name) instanceof List<?> right) {
                for (var line = 0; line < given.size(); line++) {
                    if (given.get(line) instanceof Map<?, ?> one && right.get(line) instanceof Map<?, ?> other) {
                        inner.written(at + "/" + FormFault.escaped(name) + "/" + line, one, other, faults);
                    }
                }
            }
        });
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number left && other instanceof Number right) {
            return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())) == 0;
        }
        return Objects.equals(one, other);
    }
}

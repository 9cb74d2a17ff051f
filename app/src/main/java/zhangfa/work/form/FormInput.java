package zhangfa.work.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a page sent back into the fields of a form. Empty inputs are missing fields; what does not look like the type
 * asked for stays text, so that the check of the form names it.
 */
public final class FormInput {

    private static final Pattern LINE = Pattern.compile("\\[(\\d{1,4})]\\.(.+)");

    private final JsonNode root;
    private final Map<String, String[]> sent;

    private FormInput(JsonNode root, Map<String, String[]> sent) {
        this.root = root;
        this.sent = sent;
    }

    public static Map<String, Object> read(@Nullable JsonNode schema, Map<String, String[]> sent) {
        return schema == null ? Map.of() : new FormInput(schema, sent).object(schema);
    }

    private Map<String, Object> object(JsonNode schema) {
        var values = new LinkedHashMap<String, Object>();
        for (var name : schema.path("properties").propertyNames()) {
            var field = Schemas.resolved(root, schema.path("properties").path(name));
            var value = switch (Schemas.widget(field)) {
                case "lines" -> lines(name, Schemas.resolved(root, field.path("items")));
                case "files" -> all(name);
                case "choices" -> all(name).isEmpty() ? null : all(name);
                case "range" -> range(name);
                case "computed" -> null;
                default -> one(sent.get(name), field);
            };
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }

    private List<Map<String, Object>> lines(String name, JsonNode item) {
        var lines = new TreeMap<Integer, Map<String, Object>>();
        sent.forEach((key, values) -> {
            var place = LINE.matcher(key.startsWith(name) ? key.substring(name.length()) : "");
            if (place.matches()) {
                var line = lines.computeIfAbsent(Integer.valueOf(place.group(1)), number -> new LinkedHashMap<>());
                var field = Schemas.resolved(root, item.path("properties").path(place.group(2)));
                var value = one(values, field);
                if (value != null && !field.isMissingNode()) {
                    line.put(place.group(2), value);
                }
            }
        });
        return new ArrayList<>(lines.values());
    }

    private @Nullable Map<String, Object> range(String name) {
        var ends = new LinkedHashMap<String, Object>();
        for (var end : List.of("from", "until")) {
            all(name + "." + end).stream().findFirst().ifPresent(day -> ends.put(end, day.strip()));
        }
        return ends.isEmpty() ? null : ends;
    }

    private List<String> all(String name) {
        return Arrays.stream(sent.getOrDefault(name, new String[0]))
                .filter(value -> !value.isBlank())
                .toList();
    }

    private static @Nullable Object one(String @Nullable [] values, JsonNode field) {
        if (values == null || values.length == 0 || values[0].isBlank()) {
            return null;
        }
        var text = values[0].strip();
        return switch (Schemas.widget(field)) {
            case "number", "rating" -> number(text);
            case "computed" -> null;
            case "check" -> text.equals("true") || text.equals("on");
            case "money" ->
                field.path("type").asString("").equals("number")
                        ? number(text.replace(",", ""))
                        : text.replace(",", "");
            default -> text;
        };
    }

    private static Object number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}

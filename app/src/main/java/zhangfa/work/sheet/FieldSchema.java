package zhangfa.work.sheet;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a list of fields is as a JSON Schema 2020-12 with hints for drawing. */
final class FieldSchema {

    private static final int MOST_ROWS = 100;
    private static final int MOST_FILES = 20;
    private static final int BEST = 5;
    private static final int MOST_CHOICES = 100;
    private static final int LONGEST_SIGNATURE = 20_000;

    /** The path of a drawing, which can be nothing else. */
    private static final String SIGNATURE = "^([ML]\\d{1,3} \\d{1,3})+$";

    private FieldSchema() {}

    static Map<String, Object> of(List<FieldLine> lines) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.putAll(object(lines));
        return schema;
    }

    private static Map<String, Object> object(List<FieldLine> lines) {
        var properties = new LinkedHashMap<String, Object>();
        lines.forEach(line -> properties.put(line.key(), field(line)));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put(
                "required",
                lines.stream()
                        .filter(line -> line.required() && line.when() == null)
                        .map(FieldLine::key)
                        .toList());
        schema.put("ui", Map.of("order", lines.stream().map(FieldLine::key).toList()));
        schema.put("properties", properties);
        var conditions = lines.stream().flatMap(FieldSchema::condition).toList();
        if (!conditions.isEmpty()) {
            schema.put("allOf", conditions);
        }
        return schema;
    }

    /** With these values of the other field this one is asked for; without them it must not be there. */
    private static Stream<Map<String, Object>> condition(FieldLine line) {
        var when = line.when();
        if (when == null) {
            return Stream.empty();
        }
        var condition = new LinkedHashMap<String, Object>();
        condition.put(
                "if",
                Map.of(
                        "required",
                        List.of(when.field()),
                        "properties",
                        Map.of(when.field(), Map.of("enum", when.values()))));
        if (line.required()) {
            condition.put("then", Map.of("required", List.of(line.key())));
        }
        condition.put("else", Map.of("properties", Map.of(line.key(), false)));
        return Stream.of(condition);
    }

    private static Map<String, Object> field(FieldLine line) {
        var hints = new LinkedHashMap<>(line.hints());
        var title = new LinkedHashMap<Object, Object>(Map.of("zh-CN", line.name()));
        if (line.hints().get("title") instanceof Map<?, ?> others) {
            title.putAll(others);
        }
        hints.put("title", title);
        hints.put("widget", widget(line.kind()));
        if (line.kind() == FieldLine.Kind.COMPUTED) {
            hints.put(
                    "computed",
                    line.options().isEmpty() ? "null" : line.options().getFirst());
        }
        var when = line.when();
        if (when != null) {
            hints.put("when", Map.of("field", when.field(), "values", when.values()));
        }
        var field = new LinkedHashMap<>(values(line));
        field.put("ui", hints);
        return field;
    }

    /** Which values it takes. */
    private static Map<String, Object> values(FieldLine line) {
        var field = new LinkedHashMap<String, Object>();
        switch (line.kind()) {
            case TEXT -> text(field, line, 200);
            case AREA -> text(field, line, 2000);
            case RICH -> text(field, line, 10_000);
            case PERSON, UNIT -> text(field, line, 100);
            case NUMBER, COMPUTED -> field.put("type", "number");
            case RATING -> between(field, "integer", 1, BEST);
            case SIGNATURE -> {
                field.put("type", "string");
                field.put("maxLength", LONGEST_SIGNATURE);
                field.put("pattern", SIGNATURE);
            }
            case RANGE -> range(field);
            case CHOICES -> {
                many(field, line, MOST_CHOICES, Map.of("type", "string", "enum", line.options()));
                field.put("uniqueItems", true);
            }
            case MONEY -> {
                between(field, "number", 0, 999_999_999_999L);
                field.put("multipleOf", new BigDecimal("0.01"));
            }
            case DATE -> {
                field.put("type", "string");
                field.put("format", "date");
            }
            case CHOICE, CASCADE -> {
                field.put("type", "string");
                field.put("enum", line.options());
            }
            case FILE -> many(field, line, MOST_FILES, Map.of("type", "string", "format", "uuid"));
            case TABLE -> many(field, line, MOST_ROWS, object(line.columns()));
        }
        return field;
    }

    private static void between(Map<String, Object> field, String type, long least, long most) {
        field.put("type", type);
        field.put("minimum", least);
        field.put("maximum", most);
    }

    private static void range(Map<String, Object> field) {
        var day = Map.of("type", "string", "format", "date");
        field.put("type", "object");
        field.put("additionalProperties", false);
        field.put("required", List.of("from", "until"));
        field.put("properties", Map.of("from", day, "until", day));
    }

    private static String widget(FieldLine.Kind kind) {
        return switch (kind) {
            case FILE -> "files";
            case TABLE -> "lines";
            default -> kind.word();
        };
    }

    private static void text(Map<String, Object> field, FieldLine line, int longest) {
        field.put("type", "string");
        field.put("maxLength", longest);
        if (line.required()) {
            field.put("pattern", "\\S");
        }
    }

    private static void many(Map<String, Object> field, FieldLine line, int most, Map<String, Object> items) {
        field.put("type", "array");
        field.put("maxItems", most);
        if (line.required()) {
            field.put("minItems", 1);
        }
        field.put("items", new LinkedHashMap<>(items));
    }
}

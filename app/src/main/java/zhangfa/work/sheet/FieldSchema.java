package zhangfa.work.sheet;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a list of fields is as a JSON Schema 2020-12 with hints for drawing. */
final class FieldSchema {

    private static final int MOST_ROWS = 100;
    private static final int MOST_FILES = 20;

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
                lines.stream().filter(FieldLine::required).map(FieldLine::key).toList());
        schema.put("ui", Map.of("order", lines.stream().map(FieldLine::key).toList()));
        schema.put("properties", properties);
        return schema;
    }

    private static Map<String, Object> field(FieldLine line) {
        var hints = new LinkedHashMap<>(line.hints());
        var title = new LinkedHashMap<Object, Object>(Map.of("zh-CN", line.name()));
        if (line.hints().get("title") instanceof Map<?, ?> others) {
            title.putAll(others);
        }
        hints.put("title", title);
        hints.put("widget", widget(line.kind()));
        var field = new LinkedHashMap<String, Object>();
        switch (line.kind()) {
            case TEXT -> text(field, line, 200);
            case AREA -> text(field, line, 2000);
            case PERSON -> text(field, line, 100);
            case NUMBER -> field.put("type", "number");
            case MONEY -> {
                field.put("type", "number");
                field.put("minimum", 0);
                field.put("maximum", 999_999_999_999L);
                field.put("multipleOf", new BigDecimal("0.01"));
            }
            case DATE -> {
                field.put("type", "string");
                field.put("format", "date");
            }
            case CHOICE -> {
                field.put("type", "string");
                field.put("enum", line.options());
            }
            case FILE -> many(field, line, MOST_FILES, Map.of("type", "string", "format", "uuid"));
            case TABLE -> many(field, line, MOST_ROWS, object(line.columns()));
        }
        field.put("ui", hints);
        return field;
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

package zhangfa.work.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zhangfa.work.sheet.FieldLine.Kind;

/**
 * The fields of a form.
 *
 * @param exact whether the list says all that the schema says; otherwise it is only to be read
 */
public record FieldList(List<FieldLine> lines, boolean exact) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of a schema; a process without a form has no fields. */
    public static FieldList of(@Nullable String schema) {
        if (schema == null) {
            return new FieldList(List.of(), true);
        }
        var root = JSON.readTree(schema);
        var lines = lines(root, root);
        return new FieldList(lines, root.equals(JSON.readTree(JSON.writeValueAsString(FieldSchema.of(lines)))));
    }

    /** The schema; null where there are no fields. */
    public static @Nullable String schema(List<FieldLine> lines) {
        return lines.isEmpty() ? null : JSON.writeValueAsString(FieldSchema.of(lines));
    }

    private static List<FieldLine> lines(JsonNode root, JsonNode object) {
        var lines = new ArrayList<FieldLine>();
        for (var property : object.path("properties").properties()) {
            var field = resolved(root, property.getValue());
            var kind = kind(field);
            lines.add(new FieldLine(
                    property.getKey(),
                    field.path("ui")
                            .path("title")
                            .path("zh-CN")
                            .asString(field.path("title").asString(property.getKey())),
                    kind,
                    texts(object.path("required")).contains(property.getKey()),
                    texts(field.path("enum")),
                    kind == Kind.TABLE ? lines(root, resolved(root, field.path("items"))) : List.of(),
                    hints(field.path("ui"))));
        }
        return lines;
    }

    /** What the list does not show of the hints. */
    private static Map<String, Object> hints(JsonNode ui) {
        if (!(ui.deepCopy() instanceof ObjectNode hints)) {
            return Map.of();
        }
        hints.remove("widget");
        if (hints.path("title") instanceof ObjectNode title) {
            title.remove("zh-CN");
            if (title.isEmpty()) {
                hints.remove("title");
            }
        }
        return JSON.convertValue(hints, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    /** These lines instead, each with what this list knows beside of the field that it has been. */
    public List<FieldLine> changedTo(List<FieldLine> changed) {
        return changed.stream().map(line -> line.keeping(lines)).toList();
    }

    private static JsonNode resolved(JsonNode root, JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : schema;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(one -> one.asString())
                .toList();
    }

    private static Kind kind(JsonNode field) {
        var widget = field.path("ui").path("widget").asString("");
        return switch (field.path("type").asString("string")) {
            case "number", "integer" -> widget.equals("money") ? Kind.MONEY : Kind.NUMBER;
            case "array" -> widget.equals("files") ? Kind.FILE : Kind.TABLE;
            default -> textual(field, widget);
        };
    }

    private static Kind textual(JsonNode field, String widget) {
        if (field.has("enum")) {
            return Kind.CHOICE;
        }
        if (widget.equals("person")) {
            return Kind.PERSON;
        }
        if (widget.equals("date") || field.path("format").asString("").equals("date")) {
            return Kind.DATE;
        }
        return widget.equals("area") ? Kind.AREA : Kind.TEXT;
    }

    /** Whatever a condition may be about, by its key: fields that hold one value, and totals of columns. */
    public Map<String, FieldLine> comparable() {
        var comparable = new LinkedHashMap<String, FieldLine>();
        lines.forEach(line -> {
            if (line.kind() != Kind.FILE && line.kind() != Kind.TABLE) {
                comparable.put(line.key(), line);
            }
            line.columns().stream()
                    .filter(column -> column.kind().isAmount())
                    .forEach(column -> comparable.put(line.key() + "." + column.key(), column));
        });
        return comparable;
    }

    public Optional<FieldLine> line(String key) {
        return lines.stream().filter(line -> line.key().equals(key)).findFirst();
    }

    /** Those that hold a person. */
    public Stream<FieldLine> people() {
        return lines.stream().filter(line -> line.kind() == Kind.PERSON);
    }
}

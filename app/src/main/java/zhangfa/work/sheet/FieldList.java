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

    private static final Map<String, Kind> TEXTUAL = Map.of(
            "area", Kind.AREA,
            "rich", Kind.RICH,
            "person", Kind.PERSON,
            "unit", Kind.UNIT,
            "signature", Kind.SIGNATURE);

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
                    texts(object.path("required")).contains(property.getKey())
                            || isRequiredSometimes(object, property.getKey()),
                    options(field, kind),
                    kind == Kind.TABLE ? lines(root, resolved(root, field.path("items"))) : List.of(),
                    when(field.path("ui").path("when")),
                    hints(field.path("ui"))));
        }
        return lines;
    }

    private static List<String> options(JsonNode field, Kind kind) {
        return switch (kind) {
            case COMPUTED -> List.of(field.path("ui").path("computed").asString(""));
            case CHOICES -> texts(field.path("items").path("enum"));
            default -> texts(field.path("enum"));
        };
    }

    private static FieldLine.@Nullable When when(JsonNode when) {
        return when.isObject() ? new FieldLine.When(when.path("field").asString(""), texts(when.path("values"))) : null;
    }

    private static boolean isRequiredSometimes(JsonNode object, String key) {
        return object.path("allOf")
                .valueStream()
                .anyMatch(one -> texts(one.path("then").path("required")).contains(key));
    }

    /** What the list does not show of the hints. */
    private static Map<String, Object> hints(JsonNode ui) {
        if (!(ui.deepCopy() instanceof ObjectNode hints)) {
            return Map.of();
        }
        hints.remove(List.of("widget", "when", "computed"));
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
            case "number", "integer" -> numeric(field, widget);
            case "array" -> listed(widget);
            case "object" -> Kind.RANGE;
            default -> textual(field, widget);
        };
    }

    private static Kind numeric(JsonNode field, String widget) {
        if (field.path("ui").has("computed")) {
            return Kind.COMPUTED;
        }
        return switch (widget) {
            case "money" -> Kind.MONEY;
            case "rating" -> Kind.RATING;
            default -> Kind.NUMBER;
        };
    }

    private static Kind listed(String widget) {
        return switch (widget) {
            case "files" -> Kind.FILE;
            case "choices" -> Kind.CHOICES;
            default -> Kind.TABLE;
        };
    }

    private static Kind textual(JsonNode field, String widget) {
        if (field.has("enum")) {
            return widget.equals("cascade") ? Kind.CASCADE : Kind.CHOICE;
        }
        var named = TEXTUAL.get(widget);
        if (named != null) {
            return named;
        }
        if (widget.equals("date") || field.path("format").asString("").equals("date")) {
            return Kind.DATE;
        }
        return Kind.TEXT;
    }

    /** Whatever a condition may be about, by its key: fields that hold one value, and totals of columns. */
    public Map<String, FieldLine> comparable() {
        var comparable = new LinkedHashMap<String, FieldLine>();
        lines.forEach(line -> {
            if (line.kind().isComparable()) {
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

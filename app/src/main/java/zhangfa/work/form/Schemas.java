package zhangfa.work.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a form needs to know of a JSON Schema and its hints. */
final class Schemas {

    private Schemas() {}

    /** The schema behind a local {@code $ref}; what stands beside the reference wins. */
    static JsonNode resolved(JsonNode root, JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        if (!reference.startsWith("#/")) {
            return schema;
        }
        var target = (ObjectNode) root.at(reference.substring(1)).deepCopy();
        schema.properties().forEach(property -> target.set(property.getKey(), property.getValue()));
        return target;
    }

    static boolean requires(JsonNode object, String name) {
        for (var required : object.path("required")) {
            if (required.asString().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a step fills it by itself: nobody is asked for it. */
    static boolean isGathered(JsonNode schema) {
        return schema.path("ui").path("gathered").asBoolean(false);
    }

    static String widget(JsonNode schema) {
        var hint = schema.path("ui").path("widget").asString("");
        if (!hint.isEmpty()) {
            return hint;
        }
        if (schema.path("ui").has("computed")) {
            return "computed";
        }
        if (schema.has("enum")) {
            return "choice";
        }
        return switch (schema.path("type").asString("string")) {
            case "number", "integer" -> "number";
            case "boolean" -> "check";
            case "array" -> "lines";
            default -> ofText(schema);
        };
    }

    private static String ofText(JsonNode schema) {
        if (schema.path("format").asString("").equals("date")) {
            return "date";
        }
        return schema.path("maxLength").asInt(0) > 200 ? "area" : "text";
    }

    /** Words given per language, zh-CN where the reader's is missing. */
    static String said(JsonNode words, Locale locale, String otherwise) {
        var found = saidOrNull(words, locale);
        return found == null ? otherwise : found;
    }

    static @Nullable String saidOrNull(JsonNode words, Locale locale) {
        var own = words.path(locale.toLanguageTag());
        var found = own.isMissingNode() ? words.path("zh-CN") : own;
        return found.isString() ? found.asString() : null;
    }

    static Map<String, String> options(JsonNode schema, Locale locale) {
        var options = new LinkedHashMap<String, String>();
        var suggestions = schema.path("ui").path("suggestions");
        var own = suggestions.path(locale.toLanguageTag());
        (own.isMissingNode() ? suggestions.path("zh-CN") : own)
                .forEach(word -> options.put(word.asString(), word.asString()));
        schema.path("enum")
                .forEach(value -> options.put(
                        value.asString(),
                        said(schema.path("ui").path("options").path(value.asString()), locale, value.asString())));
        return options;
    }

    /** Of a field that takes several: the values of its items, with the words that stand at the field. */
    static Map<String, String> options(JsonNode root, JsonNode schema, Locale locale) {
        var options = new LinkedHashMap<String, String>();
        resolved(root, schema.path("items"))
                .path("enum")
                .forEach(value -> options.put(
                        value.asString(),
                        said(schema.path("ui").path("options").path(value.asString()), locale, value.asString())));
        return options;
    }

    static FormField.@Nullable When when(JsonNode schema) {
        var when = schema.path("ui").path("when");
        if (!when.isObject()) {
            return null;
        }
        var values = new ArrayList<String>();
        when.path("values").forEach(value -> values.add(value.asString()));
        return new FormField.When(when.path("field").asString(""), values);
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

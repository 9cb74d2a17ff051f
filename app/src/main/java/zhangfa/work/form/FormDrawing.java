package zhangfa.work.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import zhangfa.file.Files;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;
import zhangfa.ui.Attachment;
import zhangfa.ui.Faults;

/** Draws a form from its JSON Schema and the hints under {@code ui}: title, help, widget, order, suggestions. */
@Component
public class FormDrawing {

    private final Files files;
    private final Organization organization;

    FormDrawing(Files files, Organization organization) {
        this.files = files;
        this.organization = organization;
    }

    public FormSheet sheet(@Nullable JsonNode schema, Map<String, Object> values, Faults faults, Locale locale) {
        return schema == null
                ? new FormSheet(List.of(), faults)
                : new FormSheet(new Drawing(schema, locale).fields("", schema, values), faults);
    }

    private final class Drawing {

        private final JsonNode root;
        private final Locale locale;

        Drawing(JsonNode root, Locale locale) {
            this.root = root;
            this.locale = locale;
        }

        List<FormField> fields(String prefix, JsonNode object, Map<?, ?> values) {
            var fields = new ArrayList<FormField>();
            for (var name : order(object)) {
                var schema = Schemas.resolved(root, object.path("properties").path(name));
                if (values.get(name) == null && Schemas.isGathered(schema)) {
                    continue;
                }
                fields.add(field(prefix + name, name, schema, Schemas.requires(object, name), values.get(name)));
            }
            return fields;
        }

        private Collection<String> order(JsonNode object) {
            var names = new LinkedHashMap<String, Boolean>();
            object.path("ui").path("order").forEach(name -> names.put(name.asString(), true));
            object.path("properties").propertyNames().forEach(name -> names.put(name, true));
            return names.keySet();
        }

        private FormField field(String name, String key, JsonNode schema, boolean required, @Nullable Object value) {
            var widget = Schemas.widget(schema);
            var longest = schema.path("maxLength").isInt()
                    ? Integer.valueOf(schema.path("maxLength").asInt())
                    : null;
            var lines = widget.equals("lines");
            var item = lines ? Schemas.resolved(root, schema.path("items")) : schema;
            return new FormField(
                    name,
                    Schemas.said(
                            schema.path("ui").path("title"),
                            locale,
                            schema.path("title").asString(key)),
                    Schemas.saidOrNull(schema.path("ui").path("help"), locale),
                    widget,
                    text(widget, value),
                    values(widget, value),
                    required,
                    longest,
                    options(widget, schema, value),
                    lines ? fields(name + "[].", item, Map.of()) : List.of(),
                    lines ? rows(name, item, value) : List.of(),
                    widget.equals("files") ? attachments(value) : List.of(),
                    Schemas.when(schema));
        }

        private Map<String, String> options(String widget, JsonNode schema, @Nullable Object value) {
            return switch (widget) {
                case "person" -> named(value);
                case "unit" -> units();
                case "choices" -> Schemas.options(root, schema, locale);
                default -> Schemas.options(schema, locale);
            };
        }

        private Map<String, String> units() {
            var units = new LinkedHashMap<String, String>();
            organization
                    .units()
                    .sorted(Comparator.comparing(Unit::name))
                    .forEach(unit -> units.put(unit.key(), unit.name()));
            return units;
        }

        /** What whoever is chosen is called. */
        private Map<String, String> named(@Nullable Object value) {
            return value instanceof String username
                    ? organization
                            .personNamed(username)
                            .map(person -> Map.of(username, person.name()))
                            .orElse(Map.of())
                    : Map.of();
        }

        private List<List<FormField>> rows(String name, JsonNode item, @Nullable Object value) {
            var rows = new ArrayList<List<FormField>>();
            var lines = value instanceof List<?> given && !given.isEmpty() ? given : List.of(Map.of());
            for (var line : lines) {
                rows.add(fields(name + "[" + rows.size() + "].", item, line instanceof Map<?, ?> map ? map : Map.of()));
            }
            return rows;
        }

        private List<Attachment> attachments(@Nullable Object value) {
            if (!(value instanceof List<?> ids)) {
                return List.of();
            }
            return ids.stream()
                    .map(id -> Schemas.uuid(String.valueOf(id)))
                    .flatMap(Optional::stream)
                    .flatMap(id -> files.find(id).stream())
                    .map(file -> new Attachment(file.id().toString(), file.name(), file.size()))
                    .toList();
        }
    }

    private static List<String> values(String widget, @Nullable Object value) {
        if (widget.equals("range") && value instanceof Map<?, ?> range) {
            return Stream.of("from", "until")
                    .map(end -> Objects.toString(range.get(end), ""))
                    .toList();
        }
        return widget.equals("choices") && value instanceof List<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String text(String widget, @Nullable Object value) {
        if (value == null || value instanceof List<?> || widget.equals("range")) {
            return "";
        }
        return widget.equals("money") ? FormSheet.amount(value) : FormSheet.plain(value);
    }
}

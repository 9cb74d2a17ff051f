package zhangfa.work.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.journal.Entry;
import zhangfa.journal.Journal;
import zhangfa.process.CaseFile;
import zhangfa.process.Processes;
import zhangfa.ui.Attachment;
import zhangfa.ui.Faults;
import zhangfa.work.form.FormDrawing;
import zhangfa.work.form.FormField;
import zhangfa.work.inbox.Rows;

/** Who changed which field of a form, when, from what to what: told from the journal, as far as the reader sees the form. */
@Component
class FieldHistory {

    private static final int LONGEST = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Journal journal;
    private final Processes processes;
    private final FormDrawing forms;
    private final Rows rows;

    FieldHistory(Journal journal, Processes processes, FormDrawing forms, Rows rows) {
        this.journal = journal;
        this.processes = processes;
        this.forms = forms;
        this.rows = rows;
    }

    /** The newest first. */
    List<FieldChange> of(CaseFile file, Locale locale) {
        var schema = processes.describe(file.process(), file.version()).form();
        var form = new LinkedHashMap<String, Object>();
        var changes = new ArrayList<FieldChange>();
        for (var entry : journal.of(file.id(), 0, LONGEST)) {
            var written = written(entry);
            written.keySet().retainAll(file.form().keySet());
            var before = form.isEmpty() ? written : Map.copyOf(form);
            form.putAll(written);
            for (var key : written.keySet()) {
                var from = said(schema, key, before.get(key), locale);
                var to = said(schema, key, form.get(key), locale);
                if (!from.value().equals(to.value())) {
                    changes.addFirst(new FieldChange(entry.at(), who(entry), key, to.name(), from.value(), to.value()));
                }
            }
        }
        return changes;
    }

    private static Map<String, Object> written(Entry entry) {
        var form = entry.data() == null ? null : JSON.readTree(entry.data()).path("form");
        return form == null || !form.isObject()
                ? new LinkedHashMap<>()
                : JSON.convertValue(form, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private @Nullable String who(Entry entry) {
        return entry.actor() == null ? null : rows.name(entry.actor());
    }

    /** A field in words. */
    private record Said(String name, String value) {}

    private Said said(@Nullable JsonNode schema, String key, @Nullable Object value, Locale locale) {
        var values = value == null ? Map.<String, Object>of() : Map.of(key, value);
        return forms.sheet(schema, values, Faults.NONE, locale).fields().stream()
                .filter(field -> field.name().equals(key))
                .findFirst()
                .map(field -> new Said(field.label(), shown(field)))
                .orElseGet(() -> new Said(key, value == null ? "" : String.valueOf(value)));
    }

    private static String shown(FormField field) {
        if (field.is("lines")) {
            return field.rows().stream()
                    .map(row -> row.stream()
                            .map(FormField::shown)
                            .filter(cell -> !cell.isEmpty())
                            .collect(Collectors.joining(" ")))
                    .filter(row -> !row.isEmpty())
                    .collect(Collectors.joining("\n"));
        }
        return field.is("files")
                ? field.files().stream().map(Attachment::name).collect(Collectors.joining("\n"))
                : field.shown();
    }
}

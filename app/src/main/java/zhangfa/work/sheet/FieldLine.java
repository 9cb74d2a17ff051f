package zhangfa.work.sheet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One field of a form.
 *
 * @param options of a choice
 * @param columns of a table
 * @param hints what its schema says beside for readers, such as its name in other languages; kept as it is
 */
public record FieldLine(
        String key,
        String name,
        Kind kind,
        boolean required,
        List<String> options,
        List<FieldLine> columns,
        Map<String, Object> hints) {

    private static final String TITLE = "title";

    FieldLine(String key, String name, Kind kind, boolean required, List<String> options, List<FieldLine> columns) {
        this(key, name, kind, required, options, columns, Map.of());
    }

    /** What it is called in this language, as far as its schema says so. */
    public String name(Locale locale) {
        return hints.get(TITLE) instanceof Map<?, ?> others && others.get(locale.toLanguageTag()) instanceof String own
                ? own
                : name;
    }

    /** With the hints of the field that it has been until now; under another name those in other languages are forgotten. */
    FieldLine keeping(List<FieldLine> before) {
        var same = before.stream()
                .filter(line -> line.key.equals(key) && line.kind == kind)
                .findFirst()
                .orElse(null);
        if (same == null) {
            return this;
        }
        var kept = new LinkedHashMap<>(same.hints);
        if (!same.name.equals(name)) {
            kept.remove(TITLE);
        }
        var inner = columns.stream().map(column -> column.keeping(same.columns)).toList();
        return new FieldLine(key, name, kind, required, options, inner, kept);
    }

    /** What a field takes. */
    public enum Kind {
        TEXT,
        AREA,
        NUMBER,
        MONEY,
        DATE,
        CHOICE,
        PERSON,
        FILE,
        TABLE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElse(TEXT);
        }

        public boolean isAmount() {
            return this == NUMBER || this == MONEY;
        }

        /** Whether a table may have such a column. */
        boolean isSmall() {
            return this != FILE && this != TABLE && this != PERSON && this != AREA;
        }
    }
}

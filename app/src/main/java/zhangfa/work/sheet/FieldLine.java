package zhangfa.work.sheet;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form.
 *
 * @param options of a choice; the formula of a computed field
 * @param columns of a table
 * @param when the field and its values with which this one is asked for; null where it always is
 * @param hints what its schema says beside for readers, such as its name in other languages; kept as it is
 */
public record FieldLine(
        String key,
        String name,
        Kind kind,
        boolean required,
        List<String> options,
        List<FieldLine> columns,
        @Nullable When when,
        Map<String, Object> hints) {

    /** The key of a choice, and those of its options with which another field is asked for. */
    public record When(String field, List<String> values) {}

    private static final String TITLE = "title";

    FieldLine(String key, String name, Kind kind, boolean required, List<String> options) {
        this(key, name, kind, required, options, List.of(), null, Map.of());
    }

    /** What it is called in this language, as far as its schema says so. */
    public String name(Locale locale) {
        return hints.get(TITLE) instanceof Map<?, ?> others && others.get(locale.toLanguageTag()) instanceof String own
                ? own
                : name;
    }

    FieldLine with(List<FieldLine> changed) {
        return new FieldLine(key, name, kind, required, options, changed, when, hints);
    }

    /** The same, asked for only with certain values of another field. */
    FieldLine only(When condition) {
        return new FieldLine(key, name, kind, required, options, columns, condition, hints);
    }

    FieldLine computedBy(String formula) {
        return new FieldLine(key, name, kind, required, List.of(formula), columns, when, hints);
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
        return new FieldLine(key, name, kind, required, options, inner, when, kept);
    }

    /** What a field takes. */
    public enum Kind {
        TEXT,
        AREA,
        RICH,
        NUMBER,
        MONEY,
        DATE,
        RANGE,
        CHOICE,
        CHOICES,
        CASCADE,
        PERSON,
        UNIT,
        RATING,
        FILE,
        SIGNATURE,
        COMPUTED,
        TABLE;

        private static final Set<Kind> SMALL = EnumSet.of(TEXT, NUMBER, MONEY, DATE, CHOICE, COMPUTED);
        private static final Set<Kind> CHOSEN = EnumSet.of(CHOICE, CHOICES, CASCADE);
        private static final Set<Kind> COMPARABLE =
                EnumSet.of(TEXT, AREA, NUMBER, MONEY, DATE, CHOICE, CASCADE, PERSON, UNIT, RATING, COMPUTED);

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
            return this == NUMBER || this == MONEY || this == COMPUTED || this == RATING;
        }

        /** Whether it takes what stands in a list of options. */
        public boolean isChosen() {
            return CHOSEN.contains(this);
        }

        /** Whether a condition may compare it with a value. */
        boolean isComparable() {
            return COMPARABLE.contains(this);
        }

        /** Whether a table may have such a column. */
        boolean isSmall() {
            return SMALL.contains(this);
        }
    }
}

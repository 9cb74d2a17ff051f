package zhangfa.work.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One field of a form.
 *
 * @param options of a choice
 * @param columns of a table
 */
public record FieldLine(
        String key, String name, Kind kind, boolean required, List<String> options, List<FieldLine> columns) {

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

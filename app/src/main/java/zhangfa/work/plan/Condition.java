package zhangfa.work.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When a branch is taken: comparisons of fields with values, in FEEL as the kernel decides by it.
 *
 * @param all whether every comparison must hold; otherwise one is enough
 * @param tests none while nobody has said when
 */
public record Condition(boolean all, List<Test> tests) {

    public static final Condition UNSAID = new Condition(true, List.of());

    /** What a value is taken for. */
    public enum Kind {
        NUMBER,
        TEXT,
        DATE,
        FIELD
    }

    /** How a field is compared. */
    public enum Comparison {
        EQ("="),
        NE("!="),
        GT(">"),
        GE(">="),
        LT("<"),
        LE("<="),
        CONTAINS("");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        static Comparison signed(String sign) {
            return Arrays.stream(values())
                    .filter(comparison -> comparison.sign.equals(sign))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * One comparison.
     *
     * @param field its key; {@code lines.amount} is the total of a column
     * @param value as people write it: 5000, 2026-11-22, a text, or the key of another field
     */
    public record Test(String field, Comparison comparison, Kind kind, String value) {

        // The engine undoes its escapes one after another, so what follows a backslash would be anybody's guess.
        public Test {
            if (value.contains("\\")) {
                throw new IllegalArgumentException("A value has a backslash in it");
            }
        }

        private String feel() {
            if (comparison == Comparison.CONTAINS) {
                return "contains(%s, %s)".formatted(field, quoted(value));
            }
            return left() + " " + comparison.sign + " " + right();
        }

        private String left() {
            if (field.contains(".")) {
                return "sum(" + field + ")";
            }
            return kind == Kind.DATE ? "date(" + field + ")" : field;
        }

        private String right() {
            return switch (kind) {
                case NUMBER, FIELD -> value;
                case TEXT -> quoted(value);
                case DATE -> "date(" + quoted(value) + ")";
            };
        }
    }

    private static final String FIELD = "[A-Za-z_]\\w*";
    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\\")*)\"";
    private static final Pattern COMPARED = Pattern.compile(
            "(?:sum\\((?<total>%1$s\\.%1$s)\\)|date\\((?<date>%1$s)\\)|(?<plain>%1$s))\\s*(?<sign>!=|>=|<=|=|>|<)\\s*"
                            .formatted(FIELD)
                    + "(?:(?<number>-?\\d+(?:\\.\\d+)?)|date\\(\"(?<day>\\d{4}-\\d\\d-\\d\\d)\"\\)|(?<text>%s)|(?<other>%s)(?![\\w.(]))"
                            .formatted(TEXT, FIELD));
    private static final Pattern CONTAINED =
            Pattern.compile("contains\\((?<field>%s),\\s*(?<text>%s)\\)".formatted(FIELD, TEXT));
    private static final Set<String> WORDS = Set.of("true", "false", "null");
    private static final Pattern BETWEEN = Pattern.compile("\\s+(and|or)\\s+");

    /** As a model carries it. */
    String feel() {
        return "= " + tests.stream().map(Test::feel).collect(Collectors.joining(all ? " and " : " or "));
    }

    /** What is understood of a model's condition; empty where it says more than can be shown. */
    static Optional<Condition> read(String feel) {
        var rest = feel.strip().replaceFirst("^=", "").strip();
        var tests = new ArrayList<Test>();
        String between = null;
        while (true) {
            var length = test(rest, tests);
            rest = rest.substring(length);
            if (length == 0 || rest.isBlank()) {
                return length == 0
                        ? Optional.empty()
                        : Optional.of(new Condition(!"or".equals(between), List.copyOf(tests)));
            }
            var next = BETWEEN.matcher(rest);
            if (!next.lookingAt() || (between != null && !between.equals(next.group(1)))) {
                return Optional.empty();
            }
            between = next.group(1);
            rest = rest.substring(next.end());
        }
    }

    /** Takes the first comparison of a text. @return its length, zero where it begins with none that can be shown */
    private static int test(String text, List<Test> tests) {
        var contained = CONTAINED.matcher(text);
        if (contained.lookingAt()) {
            tests.add(new Test(
                    contained.group("field"), Comparison.CONTAINS, Kind.TEXT, unquoted(contained.group("text"))));
            return contained.end();
        }
        var compared = COMPARED.matcher(text);
        if (!compared.lookingAt()) {
            return 0;
        }
        var comparison = Comparison.signed(compared.group("sign"));
        var dated = compared.group("date");
        var field = first(compared.group("total"), dated, compared.group("plain"));
        var day = compared.group("day");
        if ((day == null) != (dated == null) || isWord(compared.group("other"))) {
            return 0;
        }
        tests.add(
                day != null
                        ? new Test(field, comparison, Kind.DATE, day)
                        : test(
                                field,
                                comparison,
                                compared.group("number"),
                                compared.group("text"),
                                compared.group("other")));
        return compared.end();
    }

    private static boolean isWord(@Nullable String name) {
        return name != null && WORDS.contains(name);
    }

    private static Test test(
            String field,
            Comparison comparison,
            @Nullable String number,
            @Nullable String text,
            @Nullable String other) {
        if (number != null) {
            return new Test(field, comparison, Kind.NUMBER, number);
        }
        return text != null
                ? new Test(field, comparison, Kind.TEXT, unquoted(text))
                : new Test(field, comparison, Kind.FIELD, first(other));
    }

    private static String first(@Nullable String... found) {
        for (var one : found) {
            if (one != null) {
                return one;
            }
        }
        throw new IllegalStateException("Nothing was found");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }

    private static String unquoted(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replace("\\\"", "\"");
    }
}

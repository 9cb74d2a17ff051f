package zhangfa.rulebook.control;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a control's query may say: one select over the views of the schema {@code fact}, with functions that only compute. The
 * database refuses the rest as well, by a role that reads these views and nothing else; here the refusal comes first, in words.
 */
public final class Question {

    private static final int LONGEST = 10_000;

    private static final Pattern TOKEN = Pattern.compile(
            "(?<space>\\s+)|(?<comment>--|/\\*)|(?<dollar>\\$)|(?<escape>(?i:[eunbx]&?)'|(?i:u&)\")|(?<text>'(?:[^']|'')*')"
                    + "|(?<quoted>\"(?:[^\"]|\"\")+\")|(?<number>\\d[\\d.]*)|(?<word>[\\p{L}_][\\p{L}\\d_]*)|(?<sign>.)",
            Pattern.DOTALL);

    private static final Set<String> FUNCTIONS =
            Set.of(("abs age array_agg array_length avg bool_and bool_or btrim cardinality ceil"
                            + " char_length coalesce concat concat_ws count date_part date_trunc dense_rank every extract first_value floor"
                            + " generate_series greatest grouping isfinite jsonb_array_elements jsonb_array_elements_text jsonb_array_length"
                            + " jsonb_extract_path_text jsonb_typeof lag last_value lead least left length lower ltrim make_date"
                            + " make_interval max min mod mode now ntile nullif percentile_cont percentile_disc position rank replace"
                            + " right round row_number rtrim sign split_part sqrt starts_with stddev string_agg strpos substr substring"
                            + " sum timezone to_char to_date trim trunc unnest upper variance")
                    .split(" ", -1));

    /** Words of the language that a bracket may follow. */
    private static final Set<String> LANGUAGE = Set.of(
            ("all and any array as between by case cast char decimal distinct else except exists filter from group"
                            + " having ilike in intersect interval is join lateral like limit materialized not numeric offset on"
                            + " or order ordinality over partition rollup row select some then time timestamp union using values"
                            + " varchar when where with within")
                    .split(" ", -1));

    private static final Set<String> FORBIDDEN = Set.of(
            "recursive",
            "into",
            "insert",
            "update",
            "delete",
            "merge",
            "copy",
            "call",
            "do",
            "truncate",
            "information_schema");

    private final String sql;
    private String before = "";
    private String last = "";
    private int depth;

    private Question(String sql) {
        this.sql = sql;
    }

    /** Why it is not asked, as a message key with arguments; nothing where it may be. */
    public static Optional<String> refusal(String sql) {
        return Optional.ofNullable(new Question(sql).read());
    }

    private @Nullable String read() {
        if (sql.length() > LONGEST) {
            return "{rulebook.question.too-long|" + LONGEST + "}";
        }
        if (!sql.strip().toLowerCase(Locale.ROOT).matches("(?s)(select|with)\\b.*")) {
            return "{rulebook.question.one-select}";
        }
        var token = TOKEN.matcher(sql);
        while (token.find()) {
            if (token.group("space") != null) {
                continue;
            }
            if (token.group("comment") != null || token.group("dollar") != null || token.group("escape") != null) {
                return "{rulebook.question.sign|" + token.group().strip() + "}";
            }
            var trouble = next(token.group());
            if (trouble != null) {
                return trouble;
            }
        }
        return depth == 0 ? null : "{rulebook.question.brackets}";
    }

    private @Nullable String next(String token) {
        var word = bare(token);
        if (token.equals(";") || token.equals("\\")) {
            return "{rulebook.question.sign|" + token + "}";
        }
        if (token.equals("(")) {
            depth++;
            if (isName(last) && !mayBeCalled()) {
                return "{rulebook.question.function|" + bare(last) + "}";
            }
        }
        if (token.equals(")") && --depth < 0) {
            return "{rulebook.question.brackets}";
        }
        if (isName(token) && (word.startsWith("pg_") || FORBIDDEN.contains(word))) {
            return "{rulebook.question.word|" + word + "}";
        }
        if (token.equals(".") && isTable() && !bare(last).equals("fact")) {
            return "{rulebook.question.schema|" + bare(last) + "}";
        }
        before = last;
        last = token;
        return null;
    }

    /** A name that a bracket follows: a function that computes, a word of the language, or the columns of an alias. */
    private boolean mayBeCalled() {
        var name = bare(last);
        if (before.equals(".")) {
            return false;
        }
        var isQuoted = last.startsWith("\"");
        return (!isQuoted && (FUNCTIONS.contains(name) || LANGUAGE.contains(name))) || isAlias();
    }

    /** {@code as needed (step)} names columns, and calls nothing. */
    private boolean isAlias() {
        return before.equalsIgnoreCase("as");
    }

    private boolean isTable() {
        return before.equalsIgnoreCase("from") || before.equalsIgnoreCase("join");
    }

    private static boolean isName(String token) {
        return !token.isEmpty()
                && (Character.isLetter(token.charAt(0)) || token.charAt(0) == '_' || token.charAt(0) == '"');
    }

    private static String bare(String token) {
        return (token.startsWith("\"") ? token.substring(1, token.length() - 1) : token).toLowerCase(Locale.ROOT);
    }
}

package zhangfa.process;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a process numbers its cases, such as {@code CG-{yyyy}-{unit}-{0000}}: {@code {yyyy}}, {@code {yy}}, {@code {MM}} and {@code {dd}}
 * are the day on which the case begins, {@code {unit}} is the key of the unit that asks, and the noughts are the place of the number,
 * which counts from one wherever the rest reads differently.
 *
 * <p>It begins with a letter, as no number without a rule does, and its last digits are those that count, set off from what is before
 * them: so no two rules make the same number of two cases.
 */
public record NumberRule(String before, int width, String after) {

    private static final Map<String, DateTimeFormatter> DATES = Map.of(
            "yyyy", DateTimeFormatter.ofPattern("uuuu"),
            "yy", DateTimeFormatter.ofPattern("uu"),
            "MM", DateTimeFormatter.ofPattern("MM"),
            "dd", DateTimeFormatter.ofPattern("dd"));

    private static final int LONGEST = 60;

    private static final String SIGN = "[\\p{L}\\p{N}\\-_.#()\\[\\]（）〔〕【】]";

    private static final Pattern PART = Pattern.compile("\\{(unit|yyyy|yy|MM|dd)}");

    private static final Pattern RULE = Pattern.compile("(?<before>\\p{L}(?:" + SIGN + "|" + PART.pattern()
            + ")*(?<![\\p{N}}])|\\p{L})\\{(?<width>0{2,9})}(?<after>(?:(?!\\p{N})" + SIGN + ")*)");

    /** The rule as it is written; empty where it cannot be read or might make the same number twice. */
    public static Optional<NumberRule> read(String written) {
        var found = RULE.matcher(written);
        return written.length() <= LONGEST && found.matches()
                ? Optional.of(new NumberRule(
                        found.group("before"),
                        found.group("width").length(),
                        found.group("after").toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** How the first number of a day would read. */
    public String example(LocalDate day, String unit) {
        return head(day, unit) + "0".repeat(width - 1) + "1" + after;
    }

    /**
     * What stands before the number, in capitals.
     *
     * @param day on which the case begins, in the company's time zone
     * @param unit the key of the unit that asks
     */
    public String head(LocalDate day, String unit) {
        var said = PART.matcher(before).replaceAll(found -> {
            var date = DATES.get(found.group(1));
            return Matcher.quoteReplacement(date == null ? unit : day.format(date));
        });
        return said.toUpperCase(Locale.ROOT);
    }
}

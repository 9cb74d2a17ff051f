package zhangfa.work.form;

import gg.jte.Content;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import zhangfa.ui.Attachment;
import zhangfa.ui.RichText;

/**
 * One field as the page shows it.
 *
 * @param name in the form that is sent, such as {@code lines[0].amount}; also the id of its control
 * @param widget text, area, rich, date, range, number, money, rating, suggest, choice, choices, cascade, check, person, unit, lines,
 *     files, signature, computed or page
 * @param values what is chosen of choices; the two ends of a range
 * @param options values with their words, for choices and suggest; the name of whoever is chosen, for person
 * @param columns of lines: the fields of a blank line
 * @param rows of lines: the fields of each line that is there
 * @param when with which values of another field it is asked for; null where always
 */
public record FormField(
        String name,
        String label,
        @Nullable String help,
        String widget,
        String value,
        List<String> values,
        boolean required,
        @Nullable Integer longest,
        Map<String, String> options,
        List<FormField> columns,
        List<List<FormField>> rows,
        List<Attachment> files,
        @Nullable When when) {

    private static final int BEST = 5;

    /** The field that this one depends on, and its values with which this one is asked for. */
    public record When(String field, List<String> values) {

        /** For a page: the values parted by lines. */
        public String listed() {
            return String.join("\n", values);
        }
    }

    FormField demanded() {
        return new FormField(
                name, label, help, widget, value, values, true, longest, options, columns, rows, files, when);
    }

    /** One end of a range. */
    public String end(int which) {
        return which < values.size() ? values.get(which) : "";
    }

    /** The options of a cascade by the part of each before its first stroke. */
    public Map<String, Map<String, String>> groups() {
        var groups = new LinkedHashMap<String, Map<String, String>>();
        options.forEach((option, words) -> {
            var parts = words.split("/", 2);
            groups.computeIfAbsent(parts[0].strip(), group -> new LinkedHashMap<>())
                    .put(option, parts[parts.length - 1].strip());
        });
        return groups;
    }

    /** From worst to best. */
    public List<String> grades() {
        return IntStream.rangeClosed(1, BEST).mapToObj(Integer::toString).toList();
    }

    public String stars() {
        var given = value.matches("[1-5]") ? Integer.parseInt(value) : 0;
        return "★".repeat(given) + "☆".repeat(BEST - given);
    }

    /** A rich text as a page shows it. */
    public Content rich() {
        return RichText.shown(value);
    }

    /** The sum of a column of lines, where it carries amounts; empty elsewhere. */
    public String total(int column) {
        var amounts = rows.stream()
                .map(row -> row.get(column))
                .filter(FormField::isAmount)
                .filter(cell -> cell.value.matches("-?\\d{1,15}(\\.\\d{1,6})?"))
                .map(cell -> new BigDecimal(cell.value))
                .toList();
        return amounts.isEmpty() ? "" : "%,.2f".formatted(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** Whether some column has a sum. */
    public boolean isTotalled() {
        return IntStream.range(0, columns.size())
                .anyMatch(column -> !total(column).isEmpty());
    }

    /** Whether its lines are amounts, which are added up while they are typed. */
    public boolean carriesMoney() {
        return columns.stream().anyMatch(column -> column.is("money"));
    }

    public boolean isAmount() {
        return is("money") || is("computed");
    }

    /** The name in a blank line, which all lines share: {@code lines[].category}. */
    public String blankName() {
        return name.replaceFirst("\\[\\d*]", "[]");
    }

    /** As a reader sees it: money with separators of thousands, where it is a number at all; people by their names. */
    public String shown() {
        if (is("person") || is("unit") || is("choice") || is("cascade")) {
            return options.getOrDefault(value, value);
        }
        if (is("choices")) {
            return values.stream().map(one -> options.getOrDefault(one, one)).collect(Collectors.joining("、"));
        }
        if (is("range")) {
            return String.join(" – ", values);
        }
        return isAmount() && value.matches("\\d{1,15}(\\.\\d{1,2})?")
                ? "%,.2f".formatted(new BigDecimal(value))
                : value;
    }

    /** Whether there is nothing to read. */
    public boolean isBlank() {
        return value.isEmpty()
                && values.isEmpty()
                && files.isEmpty()
                && rows.stream().flatMap(List::stream).allMatch(FormField::isBlank);
    }

    public boolean is(String kind) {
        return widget.equals(kind);
    }

    /** How wide a column of lines is: dates, numbers and choices are short. */
    public String css() {
        return switch (widget) {
            case "money", "number", "computed" -> "lines__amount";
            case "date", "suggest", "choice", "rating" -> "lines__short";
            default -> "";
        };
    }
}

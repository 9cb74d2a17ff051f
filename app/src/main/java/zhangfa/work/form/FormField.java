package zhangfa.work.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhangfa.ui.Attachment;

/**
 * One field as the page shows it.
 *
 * @param name in the form that is sent, such as {@code lines[0].amount}; also the id of its control
 * @param widget text, area, date, number, money, suggest, choice, check, person, lines, files or page
 * @param options values with their words, for choice and suggest; the name of whoever is chosen, for person
 * @param columns of lines: the fields of a blank line
 * @param rows of lines: the fields of each line that is there
 */
public record FormField(
        String name,
        String label,
        @Nullable String help,
        String widget,
        String value,
        boolean required,
        @Nullable Integer longest,
        Map<String, String> options,
        List<FormField> columns,
        List<List<FormField>> rows,
        List<Attachment> files) {

    FormField demanded() {
        return new FormField(name, label, help, widget, value, true, longest, options, columns, rows, files);
    }

    /** The name in a blank line, which all lines share: {@code lines[].category}. */
    public String blankName() {
        return name.replaceFirst("\\[\\d*]", "[]");
    }

    /** As a reader sees it: money with separators of thousands, where it is a number at all; people by their names. */
    public String shown() {
        if (is("person")) {
            return options.getOrDefault(value, value);
        }
        return is("money") && value.matches("\\d{1,15}(\\.\\d{1,2})?")
                ? "%,.2f".formatted(new BigDecimal(value))
                : value;
    }

    /** Whether there is nothing to read. */
    public boolean isBlank() {
        return value.isEmpty()
                && files.isEmpty()
                && rows.stream().flatMap(List::stream).allMatch(FormField::isBlank);
    }

    public boolean is(String kind) {
        return widget.equals(kind);
    }

    /** How wide a column of lines is: dates, numbers and choices are short. */
    public String css() {
        return switch (widget) {
            case "money", "number" -> "lines__amount";
            case "date", "suggest", "choice" -> "lines__short";
            default -> "";
        };
    }
}

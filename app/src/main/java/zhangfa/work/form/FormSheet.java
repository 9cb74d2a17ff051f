package zhangfa.work.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import zhangfa.money.Money;
import zhangfa.ui.Faults;

/** A whole form as a page shows it, to fill in or to read. */
public record FormSheet(List<FormField> fields, Faults faults) {

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Just what a step may write, by what it says of each field; what it demands is marked so. */
    public FormSheet writing(Map<String, String> permissions) {
        return new FormSheet(
                fields.stream()
                        .flatMap(field -> switch (permissions.getOrDefault(field.name(), "")) {
                            case "write" -> Stream.of(field);
                            case "required" -> Stream.of(field.demanded());
                            default -> Stream.<FormField>empty();
                        })
                        .toList(),
                faults);
    }

    /** Just what whoever asks fills in: what they may leave empty and steps fill in later is left to the steps, until it is there. */
    public FormSheet asking(Set<String> later, Map<String, ?> values) {
        return new FormSheet(
                fields.stream()
                        .filter(field ->
                                field.required() || !later.contains(field.name()) || values.get(field.name()) != null)
                        .toList(),
                faults);
    }

    /** An amount as a form shows it: the money's, or the text as it was typed. */
    static String amount(Object value) {
        if (value instanceof Map<?, ?> money && money.get("amount") != null) {
            return String.valueOf(money.get("amount"));
        }
        return value instanceof Money money ? money.amount().toPlainString() : plain(value);
    }

    static String plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }
}

package zhangfa.work.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import zhangfa.money.Money;
import zhangfa.ui.Faults;

/** A whole form as a page shows it, to fill in or to read. */
public record FormSheet(List<FormField> fields, Faults faults) {

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Just what a step may write, by what it may do with each field; what it demands is marked so. */
    public FormSheet writing(UnaryOperator<String> permission) {
        return new FormSheet(
                fields.stream()
                        .flatMap(field -> switch (permission.apply(field.name())) {
                            case "write" -> Stream.of(field);
                            case "required" -> Stream.of(field.demanded());
                            default -> Stream.<FormField>empty();
                        })
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

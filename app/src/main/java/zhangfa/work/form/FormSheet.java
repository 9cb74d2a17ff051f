package zhangfa.work.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import zhangfa.money.Money;
import zhangfa.ui.Faults;

/** A whole form as a page shows it, to fill in or to read. */
public record FormSheet(List<FormField> fields, Faults faults) {

    public boolean isEmpty() {
        return fields.isEmpty();
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

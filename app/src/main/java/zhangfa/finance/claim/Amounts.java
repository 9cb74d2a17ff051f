package zhangfa.finance.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal.Fault;

/** Reads an amount in the three ways that the API takes it: a number, a decimal string, or money with its currency. */
final class Amounts {

    /** Every amount, and every total, stays below this. */
    static final BigDecimal CEILING = new BigDecimal("1000000000000");

    private Amounts() {}

    /** The amount at two decimals, or null with the fault added. */
    static @Nullable BigDecimal read(@Nullable Object value, String pointer, List<Fault> faults) {
        if (value instanceof Map<?, ?> money) {
            if (!"CNY".equals(money.get("currency"))) {
                faults.add(new Fault(pointer + "/currency", "{finance.amount.currency}"));
                return null;
            }
            return read(money.get("amount") instanceof String text ? text : "", pointer + "/amount", faults);
        }
        var amount = decimal(value);
        var fault = amount == null ? "{finance.amount.unreadable}" : fault(amount);
        if (amount == null || fault != null) {
            faults.add(new Fault(pointer, String.valueOf(fault)));
            return null;
        }
        return amount.setScale(2);
    }

    private static @Nullable String fault(BigDecimal amount) {
        if (amount.signum() <= 0) {
            return "{finance.amount.positive}";
        }
        if (amount.compareTo(CEILING) >= 0) {
            return "{finance.amount.too-large}";
        }
        return amount.stripTrailingZeros().scale() > 2 ? "{finance.amount.decimals}" : null;
    }

    private static @Nullable BigDecimal decimal(@Nullable Object value) {
        if (value instanceof String text) {
            return text.matches("-?\\d{1,20}(\\.\\d{1,20})?") ? new BigDecimal(text) : null;
        }
        if (value instanceof Number number) {
            // A double would already have lost the cents it was sent with; its shortest form is what was sent.
            var exact = new BigDecimal(number.toString());
            return Math.abs((long) exact.scale()) > 40 || exact.precision() > 40 ? null : exact;
        }
        return null;
    }
}

package zhangfa.finance.voucher;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What could be read from a voucher's file; each part is null where it could not.
 *
 * @param code 发票代码 of 10 or 12 digits; invoices fully electronic (数电票) have none
 * @param number 发票号码 of 20 digits, or of 8 beside a code
 * @param buyer the title 抬头
 * @param total with tax
 */
public record Invoice(
        @Nullable String code,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable String buyer,
        @Nullable String buyerTaxNumber,
        @Nullable String seller,
        @Nullable BigDecimal total) {

    public static final Invoice UNKNOWN = new Invoice(null, null, null, null, null, null, null);

    /** What tells this invoice from all others: its number behind its code; null while the number is unknown. */
    public @Nullable String mark() {
        return number == null || code == null || number.length() != 8 ? number : code + number;
    }
}

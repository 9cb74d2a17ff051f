package zhangfa.finance.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.money.Money;

/**
 * All that stands on the printed claim.
 *
 * @param entity the company in law that bears the expense
 * @param payment null while nothing was paid
 */
public record ClaimSheet(
        String entity,
        String number,
        String title,
        String person,
        String unit,
        Instant filedAt,
        List<Line> lines,
        Money total,
        String capitals,
        List<Voucher> vouchers,
        List<Opinion> opinions,
        @Nullable Payment payment) {

    public record Line(
            int number,
            LocalDate spentOn,
            String category,
            @Nullable String description,
            @Nullable String invoiceNumber,
            Money amount) {}

    /** A file; {@code seal} is the beginning of its SHA-256, enough to tell it apart by eye. */
    public record Voucher(int number, String name, @Nullable String invoiceNumber, String seal) {}

    /** A decision; {@code how} is approved, completed, rejected or returned. */
    public record Opinion(
            String step,
            String person,
            String how,
            @Nullable String words,
            Instant at) {}

    public record Payment(String cashier, Instant at) {}
}

package zhangfa.finance.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One expense of a claim. */
public record ClaimLine(
        LocalDate spentOn,
        String category,
        @Nullable String description,
        BigDecimal amount,
        @Nullable String invoiceNumber) {}

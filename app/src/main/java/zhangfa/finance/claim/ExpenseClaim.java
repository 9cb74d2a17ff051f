package zhangfa.finance.claim;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import zhangfa.money.Money;

/**
 * What is claimed: facts beside the case of the same id, which alone knows where the claim stands.
 *
 * @param authorityLimit what the head of the unit may decide alone
 */
public record ExpenseClaim(
        UUID caseId,
        UUID initiator,
        UUID unit,
        String legalEntity,
        String title,
        BigDecimal authorityLimit,
        Instant filedAt,
        List<ClaimLine> lines,
        List<ClaimVoucher> vouchers) {

    public Money total() {
        return lines.stream().map(line -> Money.cny(line.amount())).reduce(Money.ZERO, Money::plus);
    }

    public boolean exceedsAuthority() {
        return total().amount().compareTo(authorityLimit) > 0;
    }
}

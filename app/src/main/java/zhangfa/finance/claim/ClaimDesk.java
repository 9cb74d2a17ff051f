package zhangfa.finance.claim;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.file.Files;
import zhangfa.money.Capitals;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;
import zhangfa.process.FlowAction;
import zhangfa.process.Moment;

/** What the process of an expense claim has finance do: take the claim in, and close it. */
@Component
@Transactional
public class ClaimDesk {

    public static final String MATTER = "expense-claim";
    private static final Set<String> ENDINGS_THAT_FREE = Set.of("rejected", "cancelled", "failed");

    private final Organization organization;
    private final ClaimVouchers vouchers;
    private final ExpenseClaims claims;
    private final VoucherUses uses;
    private final Files files;

    ClaimDesk(Organization organization, ClaimVouchers vouchers, ExpenseClaims claims, VoucherUses uses, Files files) {
        this.organization = organization;
        this.vouchers = vouchers;
        this.claims = claims;
        this.uses = uses;
        this.files = files;
    }

    /** A claim is handed in, for the first time or again. */
    @FlowAction("expense.file")
    Map<String, Object> file(Moment moment) {
        var claim = claim(moment);
        claims.put(claim);
        uses.take(claim.caseId(), VoucherMark.of(claim.lines(), claim.vouchers()));
        files.attach(claim.vouchers().stream().map(ClaimVoucher::file).toList(), claim.caseId());
        return Map.of(
                "total", claim.total().amount(),
                "currency", claim.total().currency(),
                "authority_limit", claim.authorityLimit(),
                "total_in_capitals", Capitals.of(claim.total()));
    }

    /** The case has ended; what nobody will pay frees its vouchers. */
    @FlowAction("expense.close")
    void close(Moment moment) {
        var ending = String.valueOf(moment.ending());
        claims.end(moment.caseId(), ending, moment.at());
        if (ENDINGS_THAT_FREE.contains(ending)) {
            uses.release(moment.caseId());
        }
    }

    private ExpenseClaim claim(Moment moment) {
        var form = ClaimForm.read(moment.form());
        return new ExpenseClaim(
                moment.caseId(),
                moment.initiator(),
                moment.unit(),
                organization.unit(moment.unit()).map(Unit::legalEntity).orElseThrow(),
                form.title(),
                limit(moment.unit()),
                moment.at(),
                form.lines(),
                vouchers.of(form.vouchers(), moment.initiator()));
    }

    /** Where the matrix says nothing, heads decide on nothing alone. */
    private BigDecimal limit(UUID unit) {
        return organization.authorityLimit(MATTER, unit).orElse(BigDecimal.ZERO);
    }
}

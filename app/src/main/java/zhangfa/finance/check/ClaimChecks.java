package zhangfa.finance.check;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.finance.claim.ClaimDesk;
import zhangfa.finance.claim.ClaimLine;
import zhangfa.finance.claim.ExpenseClaim;
import zhangfa.finance.claim.ExpenseClaims;
import zhangfa.money.Money;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.process.Insight;

/** Looks at a claim for its approvers: is it reasonable and true, are the vouchers in order, is the amount right. */
@Component
class ClaimChecks implements Insight {

    private final ExpenseClaims claims;
    private final Organization organization;
    private final JdbcClient database;
    private final Clock clock;

    ClaimChecks(ExpenseClaims claims, Organization organization, JdbcClient database, Clock clock) {
        this.claims = claims;
        this.organization = organization;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean speaksOf(String process) {
        return process.equals(ClaimDesk.MATTER);
    }

    @Override
    public List<Finding> about(UUID caseId, Map<String, Object> form, Map<String, Object> facts) {
        return claims.find(caseId).map(this::about).orElse(List.of());
    }

    private List<Finding> about(ExpenseClaim claim) {
        var filedOn = LocalDate.ofInstant(claim.filedAt(), clock.getZone());
        return Stream.of(
                        List.of(Finding.ok(Said.of("sum", claim.lines().size(), claim.total())), authority(claim)),
                        DateCheck.of(claim.lines(), filedOn),
                        InvoiceCheck.of(claim),
                        List.of(habit(claim)))
                .flatMap(List::stream)
                .toList();
    }

    private Finding authority(ExpenseClaim claim) {
        var limit = Money.cny(claim.authorityLimit());
        if (!claim.exceedsAuthority()) {
            return Finding.ok(Said.of("within", limit));
        }
        return organization
                .authority(ClaimDesk.MATTER, claim.unit())
                .flatMap(organization::person)
                .map(Person::name)
                .map(name -> Finding.info(Said.of("over-by", limit, name), null))
                .orElseGet(() -> Finding.info(Said.of("over", limit), null));
    }

    /** The last three claims of the same person with an expense of the same kind. */
    private Finding habit(ExpenseClaim claim) {
        var totals = database.sql("""
                select c.total from finance.expense_claim c
                where c.initiator = ? and c.case_id <> ? and c.ending is distinct from 'rejected'
                  and c.ending is distinct from 'cancelled'
                  and exists (select from finance.expense_line l where l.case_id = c.case_id and l.category = any(?))
                order by c.case_id desc limit 3
                """)
                .params(
                        claim.initiator(),
                        claim.caseId(),
                        claim.lines().stream()
                                .map(ClaimLine::category)
                                .distinct()
                                .toArray(String[]::new))
                .query((row, number) -> Money.cny(row.getBigDecimal("total")))
                .list();
        var sum = totals.stream().reduce(Money.ZERO, Money::plus);
        return Finding.info(totals.isEmpty() ? Said.of("first") : Said.of("similar", totals.size(), sum), null);
    }
}

package zhangfa.finance.claim;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.finance.voucher.Vouchers;

/** Where claims are kept. */
@Component
public class ExpenseClaims {

    private final JdbcClient database;

    ExpenseClaims(JdbcClient database) {
        this.database = database;
    }

    /** Keeps a claim; one that was handed in before is replaced with its lines and vouchers, and has not ended any more. */
    void put(ExpenseClaim claim) {
        var fresh = database.sql("""
                insert into finance.expense_claim as c
                    (case_id, initiator, unit, legal_entity, title, total, currency, authority_limit, filed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (case_id) do update set
                    title = excluded.title, total = excluded.total, currency = excluded.currency,
                    authority_limit = excluded.authority_limit, filed_at = excluded.filed_at,
                    ending = null, ended_at = null
                returning c.xmax = 0
                """)
                .params(
                        claim.caseId(),
                        claim.initiator(),
                        claim.unit(),
                        claim.legalEntity(),
                        claim.title(),
                        claim.total().amount(),
                        claim.total().currency(),
                        claim.authorityLimit(),
                        claim.filedAt().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
        if (!fresh) {
            database.sql("""
                    with old_line as (delete from finance.expense_line where case_id = :case)
                    delete from finance.claim_voucher where case_id = :case
                    """).param("case", claim.caseId()).update();
        }
        putLines(claim);
        putVouchers(claim);
    }

    private void putLines(ExpenseClaim claim) {
        var lines = claim.lines();
        database.sql("""
                insert into finance.expense_line
                    (case_id, position, spent_on, category, description, amount, invoice_number)
                select ?, position - 1, spent_on, category, description, amount, invoice_number
                from unnest(?::date[], ?::text[], ?::text[], ?::numeric[], ?::text[])
                    with ordinality as line (spent_on, category, description, amount, invoice_number, position)
                """)
                .param(claim.caseId())
                .param(lines.stream().map(line -> line.spentOn().toString()).toArray(String[]::new))
                .param(lines.stream().map(ClaimLine::category).toArray(String[]::new))
                .param(lines.stream().map(ClaimLine::description).toArray(String[]::new))
                .param(lines.stream().map(ClaimLine::amount).toArray(BigDecimal[]::new))
                .param(lines.stream().map(ClaimLine::invoiceNumber).toArray(String[]::new))
                .update();
    }

    private void putVouchers(ExpenseClaim claim) {
        var vouchers = claim.vouchers();
        database.sql("""
                insert into finance.claim_voucher (case_id, position, file, sha256)
                select ?, position - 1, file, sha256
                from unnest(?::uuid[], ?::text[]) with ordinality as voucher (file, sha256, position)
                """)
                .param(claim.caseId())
                .param(vouchers.stream().map(ClaimVoucher::file).toArray(UUID[]::new))
                .param(vouchers.stream().map(ClaimVoucher::sha256).toArray(String[]::new))
                .update();
    }

    /** Notes how the case ended. */
    void end(UUID caseId, String ending, Instant at) {
        database.sql("update finance.expense_claim set ending = ?, ended_at = ? where case_id = ?")
                .params(ending, at.atOffset(ZoneOffset.UTC), caseId)
                .update();
    }

    public Optional<ExpenseClaim> find(UUID caseId) {
        var lines = lines(caseId);
        var vouchers = vouchers(caseId);
        return database.sql("select * from finance.expense_claim where case_id = ?")
                .param(caseId)
                .query((row, number) -> claim(row, lines, vouchers))
                .optional();
    }

    private List<ClaimLine> lines(UUID caseId) {
        return database.sql("select * from finance.expense_line where case_id = ? order by position")
                .param(caseId)
                .query((row, number) -> new ClaimLine(
                        row.getObject("spent_on", LocalDate.class),
                        row.getString("category"),
                        row.getString("description"),
                        row.getBigDecimal("amount"),
                        row.getString("invoice_number")))
                .list();
    }

    private List<ClaimVoucher> vouchers(UUID caseId) {
        return database.sql("""
                select c.file, v.* from finance.claim_voucher c join finance.voucher v on v.sha256 = c.sha256
                where c.case_id = ? order by c.position
                """)
                .param(caseId)
                .query((row, number) -> new ClaimVoucher(
                        row.getObject("file", UUID.class), row.getString("sha256"), Vouchers.invoice(row)))
                .list();
    }

    private static ExpenseClaim claim(ResultSet row, List<ClaimLine> lines, List<ClaimVoucher> vouchers)
            throws SQLException {
        return new ExpenseClaim(
                row.getObject("case_id", UUID.class),
                row.getObject("initiator", UUID.class),
                row.getObject("unit", UUID.class),
                row.getString("legal_entity"),
                row.getString("title"),
                row.getBigDecimal("authority_limit"),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                lines,
                vouchers);
    }
}

package zhangfa.finance.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;

/** Sees to it that no voucher serves two claims in force. */
@Component
class VoucherUses {

    private final JdbcClient database;

    VoucherUses(JdbcClient database) {
        this.database = database;
    }

    /**
     * Takes these marks for a claim instead of those it had. Of two claims filed at once with the same voucher, the second
     * waits at the primary key until the first is committed, and is then refused.
     *
     * @throws Refusal naming each field whose voucher is taken, but not by which claim
     */
    void take(UUID caseId, List<VoucherMark> marks) {
        try {
            release(caseId);
            var free = inserted(caseId, marks);
            var numbers = numbersTaken(caseId, marks);
            var faults = marks.stream()
                    .filter(mark -> !free.contains(mark.kind().word() + mark.mark()) || takenByNumber(mark, numbers))
                    .map(mark -> new Fault(mark.pointer(), "{finance.voucher.used}"))
                    .distinct()
                    .toList();
            if (!faults.isEmpty()) {
                throw Refusal.invalid(faults);
            }
        } catch (PessimisticLockingFailureException e) {
            throw Refusal.conflict("{finance.voucher.busy}");
        }
    }

    /** From now on other claims may use them. */
    void release(UUID caseId) {
        database.sql("delete from finance.voucher_use where case_id = ?")
                .param(caseId)
                .update();
    }

    private Set<String> inserted(UUID caseId, List<VoucherMark> marks) {
        return new HashSet<>(database.sql("""
                insert into finance.voucher_use (kind, mark, invoice_number, case_id)
                select kind, mark, invoice_number, ? from unnest(?::text[], ?::text[], ?::text[])
                    with ordinality as use (kind, mark, invoice_number, position)
                order by position
                on conflict do nothing
                returning kind || mark
                """)
                .param(caseId)
                .param(marks.stream().map(mark -> mark.kind().word()).toArray(String[]::new))
                .param(marks.stream().map(VoucherMark::mark).toArray(String[]::new))
                .param(marks.stream().map(VoucherMark::invoiceNumber).toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list());
    }

    private record Taken(String mark, String number) {}

    /** Uses of other claims with one of these numbers. */
    private List<Taken> numbersTaken(UUID caseId, List<VoucherMark> marks) {
        var numbers = marks.stream()
                .flatMap(mark -> Stream.ofNullable(mark.invoiceNumber()))
                .toArray(String[]::new);
        if (numbers.length == 0) {
            return List.of();
        }
        return database.sql("""
                select mark, invoice_number from finance.voucher_use
                where invoice_number = any(?) and case_id <> ?
                """)
                .params(numbers, caseId)
                .query((row, number) -> new Taken(row.getString(1), row.getString(2)))
                .list();
    }

    /** A number without its code, here or there, is the same invoice as one with it; two codes are two invoices. */
    private static boolean takenByNumber(VoucherMark mark, List<Taken> taken) {
        return taken.stream()
                .filter(other -> other.number().equals(mark.invoiceNumber()))
                .anyMatch(other ->
                        other.mark().equals(other.number()) || mark.mark().equals(mark.invoiceNumber()));
    }
}

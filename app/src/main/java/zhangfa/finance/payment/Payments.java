package zhangfa.finance.payment;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.process.FlowAction;
import zhangfa.process.Moment;

/** Records that a claim was paid: once, whoever tries again, and never by the one who is paid. */
@Component
@Transactional
public class Payments {

    private final JdbcClient database;

    Payments(JdbcClient database) {
        this.database = database;
    }

    @FlowAction("expense.pay")
    void pay(Moment moment) {
        var payer = Objects.requireNonNull(moment.actor(), "A payment is made by somebody, never by the clock");
        if (payer.equals(moment.initiator())) {
            throw Refusal.of(Refusal.Kind.NOT_ALLOWED, "{finance.payment.own}");
        }
        var paid = database.sql("""
                insert into finance.payment (case_id, amount, currency, payee, paid_by, paid_at)
                select case_id, total, currency, initiator, ?, ? from finance.expense_claim where case_id = ?
                on conflict do nothing
                """)
                .params(payer, moment.at().atOffset(ZoneOffset.UTC), moment.caseId())
                .update();
        if (paid == 0) {
            throw Refusal.conflict("{finance.payment.twice}");
        }
    }

    public Optional<Payment> of(UUID caseId) {
        return database.sql("select paid_by, paid_at from finance.payment where case_id = ?")
                .param(caseId)
                .query((row, number) -> new Payment(
                        row.getObject("paid_by", UUID.class),
                        row.getObject("paid_at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}

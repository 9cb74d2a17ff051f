package zhangfa.finance.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import zhangfa.CompanyTest;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.process.Moment;

@CompanyTest
class PaymentsTests {

    private static final UUID INITIATOR = Keys.next();

    @Autowired
    Payments payments;

    @Autowired
    JdbcClient database;

    @Test
    void aClaimIsPaidItsTotalOnce() {
        var claim = claim();
        var cashier = Keys.next();
        payments.pay(moment(claim, cashier));
        assertThatThrownBy(() -> payments.pay(moment(claim, Keys.next())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        var payment = database.sql("select * from fact.payment where case_id = ?")
                .param(claim)
                .query()
                .singleRow();
        assertThat(payment).containsEntry("paid_by", cashier).containsEntry("payee", INITIATOR);
        assertThat(payment.get("amount")).hasToString("88.80");
    }

    @Test
    void ofCashiersWhoPayAtOnceExactlyOneDoes() throws Exception {
        var claim = claim();
        var together = new CyclicBarrier(5);
        Callable<Boolean> paying = () -> {
            together.await();
            try {
                payments.pay(moment(claim, Keys.next()));
                return true;
            } catch (Refusal refusal) {
                return false;
            }
        };
        try (var cashiers = Executors.newVirtualThreadPerTaskExecutor()) {
            var paid = cashiers.invokeAll(
                    IntStream.range(0, 5).mapToObj(number -> paying).toList());
            assertThat(paid.stream().map(Future::resultNow).filter(won -> won)).hasSize(1);
        }
    }

    @Test
    void nobodyPaysTheirOwnClaim() {
        assertThatThrownBy(() -> payments.pay(moment(claim(), INITIATOR)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED));
    }

    private UUID claim() {
        var id = Keys.next();
        database.sql("""
                insert into finance.expense_claim
                    (case_id, initiator, unit, legal_entity, title, total, currency, authority_limit, filed_at)
                values (?, ?, ?, '章法演示科技有限公司', '差旅', 88.80, 'CNY', 10000, now())
                """).params(id, INITIATOR, Keys.next()).update();
        return id;
    }

    private static Moment moment(UUID claim, UUID actor) {
        return new Moment(
                claim,
                Keys.next(),
                "expense-claim",
                "payment",
                INITIATOR,
                Keys.next(),
                actor,
                Instant.now(),
                Map.of(),
                Map.of(),
                null);
    }
}

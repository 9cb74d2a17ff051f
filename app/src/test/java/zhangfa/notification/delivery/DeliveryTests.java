package zhangfa.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.job.Job;
import zhangfa.notification.Channel;
import zhangfa.notification.Message;
import zhangfa.notification.Notifications;
import zhangfa.notification.preference.Ladders;

/** A message goes to each place once, however often its jobs run; what cannot be sent stays until a person retries it. */
@CompanyTest
class DeliveryTests {

    @Autowired
    Notifications notifications;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ladders ladders;

    @Autowired
    PlatformTransactionManager transactions;

    private final Fake fake = new Fake();
    private final UUID about = UUID.randomUUID();
    private Account reader;
    private UUID message;

    /** A channel whose other end is in the test's hands; no other test's. */
    private static final class Fake implements Channel {

        private final String name = "fake " + UUID.randomUUID();
        private final List<Outgoing> received = new ArrayList<>();
        private boolean isBroken;

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public List<Target> targets(Notable message, Set<UUID> people) {
            return people.stream()
                    .map(person -> new Target(
                            person,
                            person + "@example.com",
                            Locale.ENGLISH,
                            Instant.now().plusSeconds(3600)))
                    .toList();
        }

        @Override
        public void send(Outgoing outgoing) {
            if (isBroken) {
                throw new IllegalStateException("mailbox unavailable");
            }
            received.add(outgoing);
        }
    }

    @BeforeEach
    void aMessage() {
        reader = accounts.named(Company.DESIGNER1).orElseThrow();
        notifications.send(Message.onCase(
                "task.assigned", Set.of(reader.id()), about, "process.notice.assigned", null, "出差", "李四", "审批"));
        message = jdbc.sql("select id from notification.message where case_id = ?")
                .param(about)
                .query(UUID.class)
                .single();
        fanOut();
    }

    @AfterEach
    void asItWas() {
        jdbc.sql(
                        "delete from job.job where task_instance in (select id::text from notification.delivery where channel = ?)")
                .param(fake.name())
                .update();
        jdbc.sql("delete from notification.delivery where channel = ?")
                .param(fake.name())
                .update();
    }

    @Test
    void askedForAgainItIsStillOneDelivery() {
        fanOut();
        assertThat(ids()).hasSize(1);
    }

    @Test
    void itIsSentOnceInItsReadersLanguageAndThenDone() throws Exception {
        send();
        send();
        assertThat(fake.received).hasSize(1);
        var outgoing = fake.received.getFirst();
        assertThat(outgoing.delivery()).isEqualTo(ids().getFirst());
        assertThat(outgoing.message().subject()).isEqualTo("To do: 出差");
        assertThat(line().status()).isEqualTo("sent");
        assertThat(line().trouble()).isNull();
    }

    @Test
    void whatFailsIsTriedAgainUnderTheSameId() throws Exception {
        fake.isBroken = true;
        assertThatThrownBy(this::send).hasMessage("mailbox unavailable");
        assertThat(line().status()).isEqualTo("retrying");
        assertThat(line().trouble()).isEqualTo("mailbox unavailable");
        fake.isBroken = false;
        send();
        assertThat(fake.received).extracting(Channel.Outgoing::delivery).containsExactlyElementsOf(ids());
        assertThat(line().attempts()).isEqualTo(2);
    }

    @Test
    void afterTheLastAttemptItWaitsForAPerson() throws Exception {
        fake.isBroken = true;
        jdbc.sql("update notification.delivery set attempts = 11 where channel = ?")
                .param(fake.name())
                .update();
        send();
        assertThat(line().status()).isEqualTo("failed");
        deliveries.retry(ids().getFirst(), reader);
        assertThat(line().status()).isEqualTo("waiting");
        assertThat(line().attempts()).isZero();
    }

    private void fanOut() {
        new FanOut(List.of(fake), deliveries, ladders, jdbc, transactions).run(job(message));
    }

    private void send() throws Exception {
        new Sending(List.of(fake), deliveries).run(job(ids().getFirst()));
    }

    private static Job job(UUID id) {
        return new Job("test", id.toString(), Instant.now(), "");
    }

    private List<UUID> ids() {
        return jdbc.sql("select id from notification.delivery where channel = ?")
                .param(fake.name())
                .query(UUID.class)
                .list();
    }

    private Delivery line() {
        return deliveries.list(null, Window.of(200, null)).items().stream()
                .filter(line -> line.channel().equals(fake.name()))
                .findFirst()
                .orElseThrow();
    }
}

package zhangfa.notification.urgent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.identity.Accounts;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.notification.Channel;
import zhangfa.notification.Message;
import zhangfa.notification.Notifications;
import zhangfa.notification.UrgentNotices;
import zhangfa.notification.delivery.Deliveries;
import zhangfa.organization.Organization;
import zhangfa.ui.Language;

/** A notice that climbs leaves by a channel when it comes to that rung, and not before. */
@CompanyTest
class RungsTests {

    @Autowired
    UrgentNotices urgent;

    @Autowired
    List<JobHandler> handlers;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Notifications notifications;

    @Autowired
    Organization organization;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private final UUID about = UUID.randomUUID();
    private UUID reader;
    private UUID message;

    /** Phones, with their other end in the test's hands. */
    private record Phones(boolean isOpen) implements Channel {

        @Override
        public String name() {
            return "sms";
        }

        @Override
        public List<Target> targets(Notable message, Set<UUID> people) {
            return people.stream()
                    .map(person -> new Target(
                            person, "13800000000", Language.CHINA, Instant.now().plusSeconds(3600)))
                    .toList();
        }

        @Override
        public void send(Outgoing outgoing) {}
    }

    @BeforeEach
    void aNotice() {
        reader = accounts.named(Company.DEV1).orElseThrow().id();
        urgent.raise(Message.onCase("case.urgent", Set.of(reader), about, "process.notice.urgent", "停电", "机房", "李四")
                .urgent());
        message = jdbc.sql("select id from notification.message where case_id = ? and kind = 'case.urgent'")
                .param(about)
                .query(UUID.class)
                .single();
    }

    @Test
    void atFirstItIsInTheCentreOnly() throws Exception {
        for (var handler : handlers) {
            if (handler.kind().equals(Notifications.FAN_OUT)) {
                handler.run(new Job(handler.kind(), message.toString(), Instant.EPOCH, ""));
            }
        }
        assertThat(sent()).isEmpty();
    }

    @Test
    void atItsRungItLeavesByThatChannelOnce() {
        assertThat(reach(new Phones(true))).isTrue();
        assertThat(reach(new Phones(true))).isTrue();
        assertThat(sent()).containsExactly("sms");
    }

    @Test
    void aChannelThatIsNotSetUpIsPassedOver() {
        assertThat(reach(new Phones(false))).isFalse();
        assertThat(sent()).isEmpty();
    }

    private boolean reach(Channel channel) {
        var rungs = new Rungs(List.of(channel), deliveries, notifications, organization);
        var climb = new Climbs.Climb(message, reader, "case.urgent", 0, Instant.EPOCH, about);
        return Boolean.TRUE.equals(transactions.execute(status -> rungs.reach("sms", climb)));
    }

    private List<String> sent() {
        return jdbc.sql("select channel from notification.delivery where message = ?")
                .param(message)
                .query(String.class)
                .list();
    }
}

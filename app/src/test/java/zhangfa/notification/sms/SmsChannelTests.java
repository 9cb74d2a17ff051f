package zhangfa.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.notification.Channel;
import zhangfa.notification.Urgency;
import zhangfa.notification.outside.Outside;
import zhangfa.notification.wording.Spoken;
import zhangfa.organization.Organization;
import zhangfa.ui.Language;

/** Only what is urgent costs money, and no more of it than the day allows. */
@CompanyTest
@Transactional
class SmsChannelTests {

    @Autowired
    Organization organization;

    @Autowired
    Outside outside;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void onlyWhatIsUrgentGoesToPhones() {
        var person = organization.personNamed(Company.STAFF1).orElseThrow().id();
        jdbc.sql("update organization.person set phone = '13800000000' where id = ?")
                .param(person)
                .update();
        var channel = channel("log", 10);
        assertThat(channel.targets(notable(Urgency.NORMAL), Set.of(person))).isEmpty();
        assertThat(channel.targets(notable(Urgency.URGENT), Set.of(person)))
                .extracting(Channel.Target::address)
                .containsExactly("13800000000");
        assertThat(channel("none", 10).isOpen()).isFalse();
    }

    @Test
    void beyondTheDaysLimitNothingIsSent() {
        assertThatCode(() -> channel("log", 1).send(outgoing())).doesNotThrowAnyException();
        assertThatThrownBy(() -> channel("log", 0).send(outgoing())).hasMessageContaining("limit of 0");
    }

    private SmsChannel channel(String provider, int perDay) {
        var settings = new SmsSettings(provider, "", "", "", "", "", "", perDay);
        return new SmsChannel(settings, organization, outside, jdbc, clock);
    }

    private static Channel.Notable notable(Urgency urgency) {
        return new Channel.Notable(UUID.randomUUID(), "announcement", urgency);
    }

    private static Channel.Outgoing outgoing() {
        var spoken = new Spoken(
                UUID.randomUUID(),
                "announcement",
                true,
                "停电",
                "",
                null,
                null,
                null,
                Instant.now(),
                null,
                List.of(),
                null);
        return new Channel.Outgoing(UUID.randomUUID(), UUID.randomUUID(), "13800000000", Language.CHINA, spoken);
    }
}

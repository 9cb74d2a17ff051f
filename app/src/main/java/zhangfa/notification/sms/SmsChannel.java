package zhangfa.notification.sms;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.notification.Channel;
import zhangfa.notification.Urgency;
import zhangfa.notification.outside.Outside;
import zhangfa.organization.Contact;
import zhangfa.organization.Organization;
import zhangfa.ui.Language;

/** Sends what is urgent to people's phones; beyond the day's limit nothing is sent, and the delivery log says why. */
@Component
class SmsChannel implements Channel {

    private static final Logger log = LoggerFactory.getLogger(SmsChannel.class);
    private static final int LONGEST_TITLE = 35;

    private final SmsSettings settings;
    private final Organization organization;
    private final Outside outside;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final @Nullable Gateway gateway;

    SmsChannel(SmsSettings settings, Organization organization, Outside outside, JdbcClient jdbc, Clock clock) {
        this.settings = settings;
        this.organization = organization;
        this.outside = outside;
        this.jdbc = jdbc;
        this.clock = clock;
        this.gateway = gateway(settings);
    }

    private static @Nullable Gateway gateway(SmsSettings settings) {
        return switch (settings.provider()) {
            case "aliyun" -> new Aliyun(settings, Aliyun.ADDRESS);
            case "tencent" -> new Tencent(settings, Tencent.ADDRESS);
            case "none", "log" -> null;
            default ->
                throw new IllegalArgumentException(
                        "zhangfa.sms.provider is none, aliyun, tencent or log, not " + settings.provider());
        };
    }

    @Override
    public String name() {
        return "sms";
    }

    @Override
    public boolean isOpen() {
        return !settings.provider().equals("none");
    }

    @Override
    public List<Target> targets(Notable message, Set<UUID> people) {
        if (message.urgency() != Urgency.URGENT) {
            return List.of();
        }
        return people.stream().flatMap(person -> target(person).stream()).toList();
    }

    private Optional<Target> target(UUID person) {
        return organization
                .contact(person)
                .map(Contact::phone)
                .map(phone -> new Target(person, phone, Language.CHINA, null));
    }

    @Override
    public void send(Outgoing outgoing) throws IOException {
        if (sentToday() >= settings.perDay()) {
            throw new IOException("The day's limit of %d text messages is reached".formatted(settings.perDay()));
        }
        var subject = outgoing.message().subject();
        var title = subject.length() <= LONGEST_TITLE ? subject : subject.substring(0, LONGEST_TITLE - 1) + "…";
        if (gateway == null) {
            log.info("Text message {} to {}: {}", outgoing.delivery(), outgoing.address(), title);
            return;
        }
        var text = new Gateway.Text(outgoing.address(), title, outgoing.delivery(), clock.instant());
        var refusal = gateway.refusal(outside.post(gateway.call(text)));
        if (refusal.isPresent()) {
            throw new IOException("The gateway answered: " + refusal.get());
        }
    }

    private int sentToday() {
        var midnight = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        return jdbc.sql(
                        "select count(*) from notification.delivery where channel = 'sms' and status = 'sent' and sent_at >= ?")
                .param(Timestamp.from(midnight))
                .query(Integer.class)
                .single();
    }
}

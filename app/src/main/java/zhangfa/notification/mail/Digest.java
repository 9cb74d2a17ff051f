package zhangfa.notification.mail;

import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.database.Keys;
import zhangfa.job.Daily;
import zhangfa.notification.Channel;
import zhangfa.notification.delivery.Deliveries;
import zhangfa.notification.preference.Preferences;
import zhangfa.notification.wording.Speaking;
import zhangfa.notification.wording.Spoken;
import zhangfa.organization.Contact;
import zhangfa.organization.Organization;

/** One mail in the morning, for those who want it so, with what they have not read since the last one. */
@Component
class Digest {

    static final String KIND = "digest";

    private static final LocalTime MORNING = LocalTime.of(8, 30);
    private static final int LINES = 50;

    private final JdbcClient jdbc;
    private final Preferences preferences;
    private final Organization organization;
    private final Speaking speaking;
    private final Deliveries deliveries;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Digest(
            JdbcClient jdbc,
            Preferences preferences,
            Organization organization,
            Speaking speaking,
            Deliveries deliveries,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.preferences = preferences;
        this.organization = organization;
        this.speaking = speaking;
        this.deliveries = deliveries;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Bean
    static Daily morningDigest(Digest digest, MailChannel mail) {
        return new Daily("notification.digest", MORNING, () -> {
            if (mail.isOpen()) {
                digest.run();
            }
        });
    }

    void run() {
        jdbc.sql("select person from notification.habit where digest")
                .query(UUID.class)
                .list()
                .forEach(person -> transaction.executeWithoutResult(status -> forOne(person)));
    }

    /** What is in a digest and that it was sent are written together, so nothing is in two and nothing in none. */
    private void forOne(UUID person) {
        var address = organization.contact(person).map(Contact::email);
        var known = jdbc.sql("select digested from notification.habit where person = ? for update")
                .param(person)
                .query((row, number) -> new Known(row.getObject("digested", UUID.class)))
                .single();
        var language = preferences.habit(person).language();
        var unread = unread(person, known.message(), language);
        if (address.isEmpty() || unread.isEmpty()) {
            return;
        }
        var lines = unread.stream().map(one -> "· " + one.subject()).collect(Collectors.joining("\n"));
        var id = Keys.next();
        jdbc.sql("""
                        insert into notification.message (id, kind, urgency, words, arguments, remark, link, at)
                        values (?, ?, 'normal', 'notification.digest', json_build_array(?::int), ?, '/notifications', now())""").params(id, KIND, unread.size(), lines).update();
        deliveries.make(id, Preferences.EMAIL, new Channel.Target(person, address.get(), language, clock.instant()));
        jdbc.sql("update notification.habit set digested = ? where person = ?")
                .params(unread.getFirst().id(), person)
                .update();
    }

    private record Known(@Nullable UUID message) {}

    private List<Spoken> unread(UUID person, @Nullable UUID since, Locale language) {
        var chosen = preferences.chosen(person, Preferences.EMAIL);
        return jdbc
                .sql(
                        "select " + Speaking.COLUMNS
                                + " from notification.notice n join notification.message m on m.id = n.message"
                                + " where n.person = :person and n.read_at is null and m.urgency = 'normal'"
                                + " and (:since::uuid is null or n.message > :since::uuid) order by n.message desc limit :lines")
                .param("person", person)
                .param("since", since)
                .param("lines", LINES)
                .query(speaking.in(language))
                .list()
                .stream()
                .filter(one -> chosen.getOrDefault(one.kind(), false))
                .toList();
    }
}

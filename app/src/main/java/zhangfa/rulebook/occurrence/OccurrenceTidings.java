package zhangfa.rulebook.occurrence;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.notification.Message;
import zhangfa.notification.Notifications;
import zhangfa.notification.Urgency;
import zhangfa.rulebook.obligation.Obligation;

/** What people are told of their obligations: that one has come, and, once, that it is late. */
@Component
class OccurrenceTidings {

    static final String KIND = "rulebook.obligation";

    private final Notifications notifications;
    private final Occurrences occurrences;
    private final Holders holders;
    private final JdbcClient jdbc;
    private final ZoneId zone;

    OccurrenceTidings(
            Notifications notifications,
            Occurrences occurrences,
            Holders holders,
            JdbcClient jdbc,
            @Value("${zhangfa.zone}") ZoneId zone) {
        this.notifications = notifications;
        this.occurrences = occurrences;
        this.holders = holders;
        this.jdbc = jdbc;
        this.zone = zone;
    }

    void come(UUID id, Obligation obligation, String period, List<UUID> owners, Instant dueAt) {
        tell("rulebook.occurrence.come", Set.copyOf(owners), List.of(title(obligation), period, minute(dueAt)), id);
    }

    /** Whoever has it, and the head above them. */
    @Transactional
    public void tellLate() {
        jdbc.sql("""
                        update rulebook.occurrence set told_late = true
                        where done_at is null and not told_late and due_at <= now() returning id""")
                .query(UUID.class)
                .list()
                .forEach(id -> occurrences.find(id).ifPresent(this::late));
    }

    private void late(Occurrence one) {
        var people = Stream.concat(one.owners().stream(), holders.headsAbove(one.owners()))
                .collect(Collectors.toSet());
        var title = Message.inEachLanguage(one.title()::in);
        tell(
                "rulebook.occurrence.is-late",
                people,
                List.of(title, one.period(), minute(one.dueAt()), holders.names(one.owners())),
                one.id());
    }

    private static Object title(Obligation obligation) {
        return Message.inEachLanguage(obligation.title()::in);
    }

    private void tell(String words, Set<UUID> people, List<Object> arguments, UUID id) {
        notifications.send(new Message(
                KIND, people, words, arguments, null, "/rulebook/occurrences/" + id, null, Urgency.NORMAL, List.of()));
    }

    private String minute(Instant at) {
        return DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(zone).format(at);
    }
}

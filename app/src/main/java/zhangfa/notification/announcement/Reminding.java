package zhangfa.notification.announcement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.notification.MessageKind;
import zhangfa.notification.MessageKinds;
import zhangfa.notification.Notifications;
import zhangfa.organization.Organization;

/** Reminds of announcements that were not confirmed; each stage once, because it is counted with what it says. */
@Component
class Reminding implements JobHandler {

    private final Announcements announcements;
    private final Notifications notifications;
    private final Organization organization;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Reminding(
            Announcements announcements,
            Notifications notifications,
            Organization organization,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.announcements = announcements;
        this.notifications = notifications;
        this.organization = organization;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    static MessageKinds announcementKind() {
        return MessageKinds.of(new MessageKind(Reminder.KIND, 80, true));
    }

    @Override
    public String kind() {
        return Reminder.JOB;
    }

    private record About(UUID id, String title, boolean urgent, UUID publisher) {}

    @Override
    public void run(Job job) {
        var parts = job.id().split(" ", 2);
        var stage = Reminder.valueOf(parts[1]);
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        update notification.announcement set stage = :stage where id = :id and stage < :stage
                        returning id, title, urgent, publisher""")
                .param("stage", stage.number())
                .param("id", UUID.fromString(parts[0]))
                .query(About.class)
                .optional()
                .ifPresent(about -> remind(about, stage)));
    }

    private void remind(About about, Reminder stage) {
        var open = announcements.receipts(about.id(), true).stream()
                .map(Receipt::person)
                .collect(Collectors.toSet());
        if (open.isEmpty()) {
            return;
        }
        if (stage == Reminder.HEADS) {
            headsOf(open)
                    .forEach((head, people) -> notifications.send(
                            stage.message(about.id(), about.title(), about.urgent(), Set.of(head), names(people))));
            return;
        }
        notifications.send(stage.message(about.id(), about.title(), about.urgent(), open));
        if (stage == Reminder.OVERDUE) {
            notifications.send(
                    Reminder.HEADS.message(about.id(), about.title(), false, Set.of(about.publisher()), names(open)));
        }
    }

    /** The next head above each of them, who is not waited for too. */
    private Map<UUID, Set<UUID>> headsOf(Set<UUID> people) {
        var heads = new HashMap<UUID, Set<UUID>>();
        for (var person : people) {
            organization.headsAbove(person).stream()
                    .filter(head -> !people.contains(head))
                    .findFirst()
                    .ifPresent(head ->
                            heads.computeIfAbsent(head, any -> new HashSet<>()).add(person));
        }
        return heads;
    }

    private String names(Set<UUID> people) {
        return organization.people(List.copyOf(people)).stream()
                .map(person -> person.name())
                .sorted()
                .limit(20)
                .collect(Collectors.joining("、"));
    }
}

package zhangfa.notification.announcement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.job.Daily;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.job.Jobs;
import zhangfa.notification.Notifications;
import zhangfa.organization.Organization;
import zhangfa.organization.OrganizationChanged;
import zhangfa.organization.Person;

/**
 * Gives announcements to whoever comes into their scope later, as long as they are open: until the day by which they must be
 * confirmed, else for a month. Looked for after every change of the organisation, and each morning, as posts begin by date.
 */
@Component
class Latecomers implements JobHandler {

    private static final String KIND = "notification.latecomers";
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Duration MONTH = Duration.ofDays(30);

    private final Audience audience;
    private final Notifications notifications;
    private final Organization organization;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Latecomers(
            Audience audience,
            Notifications notifications,
            Organization organization,
            Jobs jobs,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.audience = audience;
        this.notifications = notifications;
        this.organization = organization;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Bean
    static Daily latecomersOfTheMorning(Latecomers latecomers) {
        return new Daily("notification.latecomers-daily", MORNING, latecomers::look);
    }

    @EventListener
    void on(OrganizationChanged change) {
        jobs.schedule(new Job(KIND, change.subject().toString(), clock.instant(), ""));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Job job) {
        look();
    }

    private record Open(UUID id, String title, boolean urgent, UUID publisher, Scope scope) {}

    private void look() {
        jdbc.sql("""
                        select * from notification.announcement
                        where case when read_by is null then published_at > :month else read_by > :now end""")
                .param("now", Timestamp.from(clock.instant()))
                .param("month", Timestamp.from(clock.instant().minus(MONTH)))
                .query((row, number) -> open(row))
                .list()
                .forEach(one -> transaction.executeWithoutResult(status -> invite(one)));
    }

    private void invite(Open one) {
        var people = audience.people(one.scope());
        var late = Set.copyOf(jdbc.sql("""
                        insert into notification.reading (announcement, person) select ?, person from unnest(?::uuid[]) as person
                        on conflict do nothing returning person""")
                .params(one.id(), people.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
        if (!late.isEmpty()) {
            jdbc.sql("update notification.announcement set readers = readers + ? where id = ?")
                    .params(late.size(), one.id())
                    .update();
            var publisher =
                    organization.person(one.publisher()).map(Person::name).orElse("—");
            notifications.send(Reminder.PUBLISHED.message(one.id(), one.title(), one.urgent(), late, publisher));
        }
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getBoolean("urgent"),
                row.getObject("publisher", UUID.class),
                new Scope(
                        row.getBoolean("everyone"),
                        List.of((UUID[]) row.getArray("units").getArray()),
                        List.of((String[]) row.getArray("positions").getArray())));
    }
}

package zhangfa.notification.announcement;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.identity.Account;
import zhangfa.job.Jobs;
import zhangfa.notification.AnnouncementConfirmed;
import zhangfa.notification.AnnouncementPublished;
import zhangfa.notification.Notifications;

/** Where announcements are published, read and confirmed. */
@Component
class AnnouncementDesk {

    private final Audience audience;
    private final Notifications notifications;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnnouncementDesk(
            Audience audience,
            Notifications notifications,
            Jobs jobs,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.audience = audience;
        this.notifications = notifications;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    UUID publish(Draft draft, Account publisher) {
        draft.check(LocalDate.now(clock));
        var people = audience.of(draft, publisher);
        var id = Keys.next();
        var now = clock.instant();
        var readBy = endOf(draft.readBy());
        jdbc.sql("""
                        insert into notification.announcement
                            (id, title, body, urgent, publisher, published_at, read_by, readers, everyone, units, positions)
                        values (?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?::uuid[], ?)""")
                .param(id)
                .param(draft.title().strip())
                .param(draft.body().strip())
                .param(draft.urgent())
                .param(publisher.id())
                .param(Timestamp.from(now))
                .param(readBy == null ? null : readBy.toString())
                .param(people.size())
                .param(draft.everyone())
                .param(draft.units().toArray(UUID[]::new))
                .param(draft.positions().toArray(String[]::new))
                .update();
        address(id, people, publisher, now);
        notifications.send(
                Reminder.PUBLISHED.message(id, draft.title().strip(), draft.urgent(), people, publisher.name()));
        Reminder.due(id, now, draft.urgent(), readBy).forEach(jobs::schedule);
        events.publishEvent(new AnnouncementPublished(id, draft.title().strip(), publisher.id()));
        return id;
    }

    /** Who writes it has read it, and need not be told. */
    private void address(UUID id, Set<UUID> people, Account publisher, Instant now) {
        var at = Timestamp.from(now);
        jdbc.sql("""
                        insert into notification.reading
                        select ?, person, case when person = ? then ?::timestamptz end, case when person = ? then ?::timestamptz end
                        from unnest(?::uuid[]) as person""")
                .params(id, publisher.id(), at, publisher.id(), at, people.toArray(UUID[]::new))
                .update();
        people.remove(publisher.id());
    }

    /** Whoever opens it has read it. */
    @Transactional
    void read(UUID id, Account who) {
        jdbc.sql(
                        "update notification.reading set read_at = ? where announcement = ? and person = ? and read_at is null")
                .params(Timestamp.from(clock.instant()), id, who.id())
                .update();
    }

    @Transactional
    void confirm(UUID id, Account who) {
        var now = Timestamp.from(clock.instant());
        var confirmed = jdbc.sql("""
                        update notification.reading set read_at = coalesce(read_at, ?), confirmed_at = ?
                        where announcement = ? and person = ? and confirmed_at is null""").params(now, now, id, who.id()).update();
        if (confirmed > 0) {
            events.publishEvent(new AnnouncementConfirmed(id, who.id()));
        }
    }

    /** The publisher urges those who are not done with it. */
    @Transactional
    void urge(Announcement announcement, Set<UUID> open, Account who) {
        if (!announcement.publisherId().equals(who.id())) {
            throw Refusal.notAllowed();
        }
        notifications.send(Reminder.URGED.message(
                announcement.id(), announcement.title(), announcement.urgent(), open, who.name()));
    }

    private @Nullable Instant endOf(@Nullable LocalDate day) {
        return day == null
                ? null
                : day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }
}

package zhangfa.process.overdue;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.job.Job;
import zhangfa.job.Jobs;
import zhangfa.notification.Notifications;

/** Issues cards: that somebody had theirs is written together with what it says, so each week's is said once. */
@Component
class Issuing {

    static final String KIND = "process.week-card";

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Notifications notifications;
    private final Clock clock;

    Issuing(JdbcClient jdbc, Jobs jobs, Notifications notifications, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Who had the card of this week. */
    Set<UUID> issuedFor(LocalDate week) {
        return Set.copyOf(jdbc.sql("select person from process.week_card where week = ?::date")
                .param(week.toString())
                .query(UUID.class)
                .list());
    }

    /** As jobs of their own: one that fails is tried again, and keeps nobody else from theirs. */
    @Transactional
    void ask(LocalDate week, Collection<UUID> people) {
        jobs.schedule(people.stream()
                .map(person -> new Job(KIND, person + " " + week, clock.instant(), ""))
                .toArray(Job[]::new));
    }

    /** Nothing late is not worth a message, and is noted all the same: the week's card was due and is done. */
    @Transactional
    void once(UUID person, LocalDate week, WeekCard.Card card) {
        var first = jdbc.sql("insert into process.week_card values (?, ?::date, ?, ?) on conflict do nothing")
                .params(person, week.toString(), Timestamp.from(clock.instant()), card.late())
                .update();
        if (first > 0 && card.late() > 0) {
            notifications.send(card.message());
        }
    }
}

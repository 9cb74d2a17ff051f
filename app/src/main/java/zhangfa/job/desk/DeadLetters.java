package zhangfa.job.desk;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.job.DeadLetterDiscarded;
import zhangfa.job.DeadLetterRetried;
import zhangfa.job.Job;
import zhangfa.job.Jobs;

/** Keeps what failed for good until somebody decides about it. */
@Component
class DeadLetters {

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeadLetters(JdbcClient jdbc, Jobs jobs, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /** The youngest first. */
    Listing<DeadLetter> list(Window window) {
        var rows = jdbc.sql("""
                        select id, kind, job, attempts, died_at, trouble from job.dead_letter
                        where :after::uuid is null or id < :after::uuid order by id desc limit :rows""")
                .param("after", window.afterId())
                .param("rows", window.rows())
                .query((row, number) -> new DeadLetter(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("job"),
                        row.getInt("attempts"),
                        row.getObject("died_at", Timestamp.class).toInstant(),
                        row.getString("trouble")))
                .list();
        return Listing.of(rows, window.size(), letter -> letter.id().toString());
    }

    List<Queue> queues() {
        return jdbc.sql("""
                        select task_name, count(*) as waiting, count(*) filter (where consecutive_failures > 0) as failing,
                               min(execution_time) as next
                        from job.job group by task_name order by task_name""")
                .query((row, number) -> new Queue(
                        row.getString("task_name"),
                        row.getLong("waiting"),
                        row.getLong("failing"),
                        row.getObject("next", Timestamp.class).toInstant()))
                .list();
    }

    @Transactional
    void retry(UUID id, Account who) {
        var job = taken(id);
        jobs.schedule(job);
        events.publishEvent(new DeadLetterRetried(job.kind(), job.id(), who.id()));
    }

    @Transactional
    void discard(UUID id, Account who) {
        var job = taken(id);
        events.publishEvent(new DeadLetterDiscarded(job.kind(), job.id(), who.id()));
    }

    private Job taken(UUID id) {
        return jdbc.sql("delete from job.dead_letter where id = ? returning kind, job, data")
                .param(id)
                .query((row, number) ->
                        new Job(row.getString("kind"), row.getString("job"), clock.instant(), row.getString("data")))
                .optional()
                .orElseThrow(Refusal::notThere);
    }
}

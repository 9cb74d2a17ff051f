package zhangfa.notification.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.job.Job;
import zhangfa.job.Jobs;
import zhangfa.notification.Channel;
import zhangfa.notification.DeliveryRetried;
import zhangfa.notification.wording.Speaking;

/** Where deliveries are kept: made once for each message and place, then sent by a job of the same id. */
@Component
public class Deliveries {

    static final String SENDING = "notification.delivery";

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Speaking speaking;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Jobs jobs, Speaking speaking, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.speaking = speaking;
        this.events = events;
        this.clock = clock;
    }

    /** Inside the caller's transaction; a message goes to a place by a channel once, however often it is asked for. */
    public void make(UUID message, String channel, Channel.Target target) {
        jdbc.sql("""
                        insert into notification.delivery (id, message, channel, target, address, language, status, made_at)
                        values (uuidv7(), ?, ?, ?, ?, ?, 'waiting', ?) on conflict do nothing returning id""")
                .params(
                        message,
                        channel,
                        target.id().toString(),
                        target.address(),
                        target.language().toLanguageTag(),
                        Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .ifPresent(id -> schedule(id, target.due()));
    }

    record Waiting(String channel, Channel.Outgoing outgoing) {}

    /** What is still to be sent; empty where it was, or where nobody knows of it. */
    Optional<Waiting> waiting(UUID id) {
        return jdbc.sql("select d.id as delivery, d.channel, d.target, d.address, d.language, " + Speaking.COLUMNS
                        + " from notification.delivery d join notification.message m on m.id = d.message"
                        + " left join notification.notice n on n.message = m.id and n.person::text = d.target"
                        + " where d.id = ? and d.status <> 'sent'")
                .param(id)
                .query(this::outgoing)
                .optional();
    }

    private Waiting outgoing(ResultSet row, int number) throws SQLException {
        var language = Locale.forLanguageTag(row.getString("language"));
        var spoken = Objects.requireNonNull(speaking.in(language).mapRow(row, number));
        return new Waiting(
                row.getString("channel"),
                new Channel.Outgoing(
                        row.getObject("delivery", UUID.class),
                        UUID.fromString(row.getString("target")),
                        row.getString("address"),
                        language,
                        spoken));
    }

    void sent(UUID id) {
        jdbc.sql(
                        "update notification.delivery set status = 'sent', sent_at = ?, attempts = attempts + 1, trouble = null where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    /** Notes a failed attempt, and tells whether it may be tried again. */
    boolean failed(UUID id, String trouble, int attempts) {
        return jdbc.sql("""
                        update notification.delivery set attempts = attempts + 1, trouble = left(?, 2000),
                            status = case when attempts + 1 < ? then 'retrying' else 'failed' end
                        where id = ? returning status = 'retrying'""")
                .params(trouble.replace("\0", ""), attempts, id)
                .query(Boolean.class)
                .single();
    }

    Listing<Delivery> list(@Nullable String status, Window window) {
        var rows = jdbc.sql("""
                        select d.id, m.kind, d.channel, d.address, d.status, d.attempts, d.trouble, d.made_at, d.sent_at
                        from notification.delivery d join notification.message m on m.id = d.message
                        where (:status::text is null or d.status = :status) and (:after::uuid is null or d.id < :after::uuid)
                        order by d.id desc limit :rows""")
                .param("status", status)
                .param("after", window.afterId())
                .param("rows", window.rows())
                .query(Deliveries::delivery)
                .list();
        return Listing.of(rows, window.size(), delivery -> delivery.id().toString());
    }

    @Transactional
    void retry(UUID id, Account who) {
        var changed = jdbc.sql(
                        "update notification.delivery set status = 'waiting', attempts = 0 where id = ? and status in ('failed', 'retrying')")
                .param(id)
                .update();
        if (changed == 0) {
            throw Refusal.notThere();
        }
        schedule(id, null);
        events.publishEvent(new DeliveryRetried(id, who.id()));
    }

    private void schedule(UUID id, @Nullable Instant due) {
        jobs.schedule(new Job(SENDING, id.toString(), due == null ? clock.instant() : due, ""));
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        var sentAt = row.getObject("sent_at", Timestamp.class);
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("channel"),
                row.getString("address"),
                row.getString("status"),
                row.getInt("attempts"),
                row.getString("trouble"),
                row.getObject("made_at", Timestamp.class).toInstant(),
                sentAt == null ? null : sentAt.toInstant());
    }
}

package zhangfa.process.conversation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.api.Listing;
import zhangfa.api.Window;
import zhangfa.job.Job;
import zhangfa.job.Jobs;
import zhangfa.process.Conversation;

/** Where conversations about cases are kept, with the reminder of each one's next step. */
@Component
public class Conversations {

    static final String KIND = "process.next-step";

    private static final LocalTime MORNING = LocalTime.of(8, 30);

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Clock clock;

    Conversations(JdbcClient jdbc, Jobs jobs, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Inside the transaction that journals it.
     *
     * @param person the colleague it was with, or null
     */
    public void keep(UUID id, UUID caseId, UUID by, @Nullable UUID person, Conversation said) {
        var nextOn = said.nextOn();
        jdbc.sql("""
                        insert into process.conversation (id, case_id, by, person, contact, channel, at, outcome, next_step, next_on, recorded_at)
                        values (:id, :case, :by, :person::uuid, :contact::text, :channel, :at, :outcome, :next::text, :on::date, :now)""")
                .param("id", id)
                .param("case", caseId)
                .param("by", by)
                .param("person", person)
                .param("contact", said.contact())
                .param("channel", said.channel())
                .param("at", said.at() == null ? null : Timestamp.from(said.at()))
                .param("outcome", said.outcome())
                .param("next", said.next())
                .param("on", nextOn == null ? null : Date.valueOf(nextOn))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (nextOn != null) {
            var morning = nextOn.atTime(MORNING).atZone(clock.getZone()).toInstant();
            var now = clock.instant();
            jobs.schedule(new Job(KIND, id.toString(), morning.isBefore(now) ? now : morning, ""));
        }
    }

    /** A conversation as it is kept. */
    record Kept(
            UUID id,
            UUID by,
            @Nullable UUID person,
            Conversation said,
            Instant recordedAt,
            @Nullable Instant remindedAt) {}

    /** The youngest first. */
    Listing<Kept> of(UUID caseId, Window window) {
        var rows = jdbc.sql("""
                        select * from process.conversation
                        where case_id = :case and (:after::uuid is null or id < :after::uuid) order by id desc limit :rows""")
                .param("case", caseId)
                .param("after", window.afterId())
                .param("rows", window.rows())
                .query((row, number) -> kept(row))
                .list();
        return Listing.of(rows, window.size(), kept -> kept.id().toString());
    }

    /** What is to be done next on a case, and who agreed on it. */
    record NextStep(UUID caseId, UUID by, String title, String step) {}

    /** Notes that it is reminded of now; empty where it was already. */
    Optional<NextStep> reminded(UUID id) {
        return jdbc.sql("""
                        update process.conversation v set reminded_at = ? from process.case c
                        where v.id = ? and v.reminded_at is null and v.next_step is not null and c.id = v.case_id
                        returning v.case_id, v.by, c.title, v.next_step as step""")
                .params(Timestamp.from(clock.instant()), id)
                .query(NextStep.class)
                .optional();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var nextOn = row.getDate("next_on");
        return new Kept(
                row.getObject("id", UUID.class),
                row.getObject("by", UUID.class),
                row.getObject("person", UUID.class),
                new Conversation(
                        null,
                        row.getString("contact"),
                        row.getString("channel"),
                        instant(row, "at"),
                        row.getString("outcome"),
                        row.getString("next_step"),
                        nextOn == null ? null : nextOn.toLocalDate()),
                row.getTimestamp("recorded_at").toInstant(),
                instant(row, "reminded_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

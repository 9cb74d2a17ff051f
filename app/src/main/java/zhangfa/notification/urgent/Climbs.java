package zhangfa.notification.urgent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.calendar.Calendars;
import zhangfa.job.Job;
import zhangfa.job.Jobs;
import zhangfa.notification.Ladder;
import zhangfa.organization.Organization;

/** Where it stands how far each notice has climbed for each reader, and when it climbs on. */
@Component
class Climbs {

    static final String KIND = "notification.climb";

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Organization organization;
    private final Calendars calendars;
    private final Clock clock;

    Climbs(JdbcClient jdbc, Jobs jobs, Organization organization, Calendars calendars, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.organization = organization;
        this.calendars = calendars;
        this.clock = clock;
    }

    void begin(UUID message, Set<UUID> people, Ladder ladder) {
        for (var person : people) {
            var next = after(ladder, person);
            jdbc.sql("insert into notification.climb (message, person, next_at) values (?, ?, ?)")
                    .params(message, person, Timestamp.from(next))
                    .update();
            jobs.schedule(job(message, person, next));
        }
    }

    /**
     * A climb that was not acknowledged.
     *
     * @param rungs how many it has climbed
     */
    record Climb(
            UUID message,
            UUID person,
            String kind,
            int rungs,
            Instant nextAt,
            @Nullable UUID caseId) {}

    /** Locked; empty where it was acknowledged or never was. */
    Optional<Climb> open(UUID message, UUID person) {
        return jdbc.sql("""
                        select b.message, b.person, m.kind, b.climbed as rungs, b.next_at, m.case_id
                        from notification.climb b join notification.message m on m.id = b.message
                        join notification.notice n on n.message = b.message and n.person = b.person
                        where b.message = ? and b.person = ? and n.acknowledged_at is null for update of b""")
                .params(message, person)
                .query((row, number) -> climb(row))
                .optional();
    }

    /** It has come to this rung, and climbs on later where there is another. */
    void reached(Climb climb, int rungs, @Nullable String rung, Ladder ladder) {
        var next = after(ladder, climb.person());
        jdbc.sql("""
                        update notification.climb set climbed = :rungs, rung = coalesce(:rung::text, rung), next_at = :next
                        where message = :message and person = :person""")
                .param("rungs", rungs)
                .param("rung", rung)
                .param("next", Timestamp.from(next))
                .param("message", climb.message())
                .param("person", climb.person())
                .update();
        if (rungs < ladder.rungs().size()) {
            jobs.schedule(job(climb.message(), climb.person(), next));
        }
    }

    /** Came too early: after a crash a job may run again that is already due for the next rung. */
    void putOff(Climb climb) {
        jobs.schedule(job(climb.message(), climb.person(), climb.nextAt()));
    }

    void end(UUID message, Collection<UUID> people) {
        jobs.cancel(
                KIND,
                people.stream()
                        .map(person -> job(message, person, Instant.EPOCH).id())
                        .toList());
    }

    private Instant after(Ladder ladder, UUID person) {
        var calendar = organization
                .person(person)
                .map(one -> calendars.forUnit(one.unit()))
                .orElseGet(calendars::company);
        return calendar.plus(clock.instant(), Duration.ofMinutes(ladder.minutes()));
    }

    private static Job job(UUID message, UUID person, Instant due) {
        return new Job(KIND, message + " " + person, due, "");
    }

    static List<UUID> idsOf(Job job) {
        return List.of(job.id().split(" ", 2)).stream().map(UUID::fromString).toList();
    }

    private static Climb climb(ResultSet row) throws SQLException {
        return new Climb(
                row.getObject("message", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("kind"),
                row.getInt("rungs"),
                row.getTimestamp("next_at").toInstant(),
                row.getObject("case_id", UUID.class));
    }
}

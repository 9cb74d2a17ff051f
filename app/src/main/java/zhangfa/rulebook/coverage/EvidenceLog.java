package zhangfa.rulebook.coverage;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.rulebook.source.Columns;

/**
 * What cases and obligations have left behind, read from the facts. All but the last day or two is added up once, so that it does not matter how much has
 * been done; a decision that is taken back later than that stays counted.
 */
@Repository
class EvidenceLog {

    /** A step of a process; {@code initiator} stands for the filing of a case. */
    record Step(String process, String step) {}

    static final String FILING = "initiator";

    /** What is younger may still be taken back, or be written by another node at this moment. */
    private static final Duration FRESH = Duration.ofDays(1);

    /** A case has its key before it starts. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final String DONE = """
            select c.process, :filing as step, count(*) as done, max(c.started_at) as last_at
            from fact.case c where c.id >= :key and c.started_at >= :since and c.started_at < :until
            group by c.process
            union all
            select c.process, t.step, count(*), max(t.decided_at)
            from fact.task t join fact.case c on c.id = t.case_id
            where t.decided_at >= :since and t.decided_at < :until and t.step <> :filing
            group by c.process, t.step""";

    /** An obligation is a step of no process. */
    static Step of(String obligation) {
        return new Step("", obligation);
    }

    private final JdbcClient jdbc;

    EvidenceLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    Map<Step, Evidence> all() {
        return done("""
                        select process, step, sum(done) as done, max(last_at) as last_at
                        from (select process, step, done, last_at from rulebook.evidence_sum union all %s) added
                        group by process, step
                        union all
                        select '', o.obligation, count(*), max(o.done_at)
                        from fact.obligation_occurrence o where o.done_at is not null
                        group by o.obligation""".formatted(DONE), addedUpUntil(""), Instant.parse("9999-12-31T00:00:00Z"))
                .query((row, number) -> Map.entry(
                        new Step(row.getString("process"), row.getString("step")),
                        new Evidence(row.getLong("done"), Columns.instant(row, "last_at"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    @Transactional
    void addUp() {
        addUp(Instant.now().minus(FRESH));
    }

    /** What was done until then is not counted again; once, on however many nodes. */
    @Transactional
    void addUp(Instant until) {
        var since = addedUpUntil(" for update");
        if (since.isAfter(until.minus(FRESH))) {
            return;
        }
        done("""
                        insert into rulebook.evidence_sum as sum (process, step, done, last_at) %s
                        on conflict (process, step) do update
                        set done = sum.done + excluded.done, last_at = greatest(sum.last_at, excluded.last_at)""".formatted(DONE), since, until).update();
        jdbc.sql("update rulebook.evidence_until set at = ?")
                .param(until.atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec done(String statement, Instant since, Instant until) {
        return jdbc.sql(statement)
                .param("filing", FILING)
                .param("key", new UUID(Math.max(0, since.minus(AHEAD).toEpochMilli()) << 16, 0))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC));
    }

    private Instant addedUpUntil(String lock) {
        return jdbc.sql("select at from rulebook.evidence_until" + lock)
                .query((row, number) -> Columns.instant(row, "at"))
                .single();
    }
}

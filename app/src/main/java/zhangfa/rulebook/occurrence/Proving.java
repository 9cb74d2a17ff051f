package zhangfa.rulebook.occurrence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.rulebook.control.FactRoom;
import zhangfa.rulebook.source.Columns;

/** Looks whether what is open has been done meanwhile: a case of its process, or a row of its query, of its own period. */
@Component
class Proving {

    private static final Logger log = LoggerFactory.getLogger(Proving.class);
    private static final int MOST_FACTS = 1000;

    private final Occurrences occurrences;
    private final FactRoom facts;
    private final JdbcClient jdbc;

    Proving(Occurrences occurrences, FactRoom facts, JdbcClient jdbc) {
        this.occurrences = occurrences;
        this.facts = facts;
        this.jdbc = jdbc;
    }

    /** One that waits for a row of its query. */
    private record Open(
            UUID id,
            String period,
            @Nullable UUID unit,
            String query,
            boolean isClock,
            Instant opensAt,
            @Nullable Instant closesAt) {

        boolean isProvedBy(Map<String, Object> row) {
            var at = instant(row.get("at"));
            var ours = isClock
                    ? period.equals(String.valueOf(row.get("subject")))
                    : unit == null || unit.toString().equals(String.valueOf(row.get("unit")));
            return ours && !at.isBefore(opensAt) && (closesAt == null || at.isBefore(closesAt));
        }
    }

    public void look() {
        lookForCases();
        lookForFacts();
    }

    /** Keys of cases are in the order of time: only those of the period are read, from a minute before, since a case has its key before it starts. */
    private void lookForCases() {
        jdbc.sql("""
                        update rulebook.occurrence o set done_at = c.ended_at, done_by = c.initiator, case_id = c.id
                        from rulebook.occurrence n join rulebook.obligation b on b.key = n.obligation and b.proof = 'process'
                        cross join lateral (select f.id, f.ended_at, f.initiator from fact.case f
                            where f.process = b.source and f.status = 'completed'
                                and f.id >= cast(lpad(to_hex(trunc(extract(epoch from n.opens_at) * 1000)::bigint - 60000), 12, '0')
                                    || repeat('0', 20) as uuid)
                                and f.started_at >= n.opens_at and (n.closes_at is null or f.started_at < n.closes_at)
                                and (n.unit is null or f.unit = n.unit)
                            order by f.ended_at limit 1) c
                        where n.done_at is null and o.id = n.id and o.done_at is null""").update();
    }

    /** One query that fails does not keep the others from being asked. */
    private void lookForFacts() {
        var open = jdbc.sql("""
                        select o.id, o.period, o.unit, o.opens_at, o.closes_at, b.source, b.trigger is not null as clock
                        from rulebook.occurrence o join rulebook.obligation b on b.key = o.obligation
                        where o.done_at is null and b.proof = 'query'""")
                .query((row, number) -> new Open(
                        row.getObject("id", UUID.class),
                        row.getString("period"),
                        row.getObject("unit", UUID.class),
                        row.getString("source"),
                        row.getBoolean("clock"),
                        Objects.requireNonNull(Columns.instant(row, "opens_at")),
                        Columns.instant(row, "closes_at")))
                .list();
        open.stream().map(Open::query).distinct().forEach(query -> {
            try {
                var rows = facts.ask("select * from (" + query + ") fact order by at desc", MOST_FACTS)
                        .rows();
                open.stream()
                        .filter(one -> one.query().equals(query))
                        .forEach(one -> rows.stream()
                                .filter(one::isProvedBy)
                                .findFirst()
                                .ifPresent(
                                        row -> occurrences.done(one.id(), instant(row.get("at")), null, null, null)));
            } catch (DataAccessException failed) {
                log.warn(
                        "The proof of an obligation cannot be asked for: {}",
                        failed.getMostSpecificCause().getMessage());
            }
        });
    }

    /** As JSON writes a time of the database. */
    static Instant instant(@Nullable Object at) {
        return OffsetDateTime.parse(String.valueOf(at)).toInstant();
    }
}

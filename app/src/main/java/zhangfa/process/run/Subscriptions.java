package zhangfa.process.run;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.database.RoundTrip;

/** Finds the cases that wait for something from outside; what they wait for is written with them. */
@Component
class Subscriptions {

    private static final int PAGE = 200;

    /** Whoever waits for a message; a key of its own is nearer than none. */
    private record Waiting(UUID caseId, boolean keyed) {}

    private final JdbcClient jdbc;

    Subscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The cases that wait for a message of this name and key; those that wait for this very key before those that take any.
     *
     * @param caseId only this case; any where it is null
     * @param processes only cases of these; of any where it is null
     */
    List<UUID> takers(
            String name, @Nullable String key, @Nullable UUID caseId, @Nullable Collection<String> processes) {
        var waiting = jdbc.sql("""
                        select s.case_id, bool_or(s.key is not null) as keyed
                        from process.subscription s join process.case c on c.id = s.case_id
                        where s.kind = 'message' and s.name = :name and (s.key is null or s.key = :key::text)
                          and (:case::uuid is null or s.case_id = :case::uuid)
                          and (:processes::text[] is null or c.process = any (:processes::text[]))
                        group by s.case_id order by s.case_id limit :rows""")
                .param("name", name)
                .param("key", key)
                .param("case", caseId)
                .param("processes", processes == null ? null : RoundTrip.array(processes))
                .param("rows", PAGE)
                .query((row, number) -> new Waiting(row.getObject("case_id", UUID.class), row.getBoolean("keyed")))
                .list();
        var keyed = waiting.stream().filter(Waiting::keyed).toList();
        return (keyed.isEmpty() ? waiting : keyed).stream().map(Waiting::caseId).toList();
    }

    /** The next cases after one, in the order of their ids, that wait for a signal since before an instant and are not suspended. */
    List<UUID> listeners(String name, Instant sent, @Nullable Collection<String> processes, UUID after) {
        return jdbc.sql("select distinct s.case_id " + LISTENING
                        + " and s.case_id > :after order by s.case_id limit :rows")
                .param("name", name)
                .param("sent", Timestamp.from(sent))
                .param("processes", processes == null ? null : RoundTrip.array(processes))
                .param("after", after)
                .param("rows", PAGE)
                .query((row, number) -> row.getObject("case_id", UUID.class))
                .list();
    }

    long countListeners(String name, Instant sent, @Nullable Collection<String> processes) {
        return jdbc.sql("select count(distinct s.case_id) " + LISTENING)
                .param("name", name)
                .param("sent", Timestamp.from(sent))
                .param("processes", processes == null ? null : RoundTrip.array(processes))
                .query(Long.class)
                .single();
    }

    private static final String LISTENING = """
            from process.subscription s join process.case c on c.id = s.case_id
            where s.kind = 'signal' and s.name = :name and s.since <= :sent and c.status = 'running'
              and (:processes::text[] is null or c.process = any (:processes::text[]))""";
}

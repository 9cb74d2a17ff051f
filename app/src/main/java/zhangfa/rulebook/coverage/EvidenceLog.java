package zhangfa.rulebook.coverage;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import zhangfa.rulebook.source.Columns;

/** What cases and obligations have left behind, read from the facts. */
@Repository
class EvidenceLog {

    /** A step of a process; {@code initiator} stands for the filing of a case. */
    record Step(String process, String step) {}

    static final String FILING = "initiator";

    /** An obligation is a step of no process. */
    static Step of(String obligation) {
        return new Step("", obligation);
    }

    private final JdbcClient jdbc;

    EvidenceLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Step, Evidence> all() {
        return jdbc
                .sql("""
                        select process, :filing as step, count(*) as done, max(started_at) as last_at
                        from fact.case group by process
                        union all
                        select c.process, t.step, count(*), max(t.decided_at)
                        from fact.task t join fact.case c on c.id = t.case_id
                        where t.decided_at is not null and t.step <> :filing
                        group by c.process, t.step
                        union all
                        select '', o.obligation, count(*), max(o.done_at)
                        from fact.obligation_occurrence o where o.done_at is not null
                        group by o.obligation
                        """)
                .param("filing", FILING)
                .query((row, number) -> Map.entry(
                        new Step(row.getString("process"), row.getString("step")),
                        new Evidence(row.getLong("done"), Columns.instant(row, "last_at"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

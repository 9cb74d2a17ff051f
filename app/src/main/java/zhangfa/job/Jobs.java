package zhangfa.job;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.database.RoundTrip;

/**
 * The door to work for later. What is scheduled or cancelled here belongs to the caller's transaction: it is there when
 * that commits, and was never there when it does not.
 */
@Component
public class Jobs {

    /** A job that is running now keeps its row until it is done; what it is scheduled for meanwhile comes after. */
    private static final String SCHEDULING = """
            insert into job.job (task_name, task_instance, task_data, execution_time)
            select kind, id, convert_to(data, 'UTF8'), due
            from json_to_recordset(?::json) as asked (kind text, id text, due timestamptz, data text)
            on conflict (task_name, task_instance) do update set
                task_data = excluded.task_data,
                execution_time = case when job.picked then job.execution_time else excluded.execution_time end,
                again = case when job.picked then excluded.execution_time end,
                consecutive_failures = 0,
                trouble = null""";

    private static final String CANCELLATION =
            "delete from job.job where task_name = ? and task_instance in (select json_array_elements_text(?::json))";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    Jobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same kind and id again moves the job to the new time and data; if it runs right now, it runs once more then. */
    public void schedule(Job... jobs) {
        jdbc.sql(SCHEDULING).param(written(List.of(jobs))).update();
    }

    /** As {@link #schedule(Job...)}, in a round trip of the caller; no two jobs of the list have the same kind and id. */
    public static void schedule(List<Job> jobs, RoundTrip trip) {
        if (!jobs.isEmpty()) {
            trip.add(SCHEDULING, written(jobs));
        }
    }

    /** Nothing happens for those that are done or unknown; one that runs right now ends its run and is not tried again. */
    public void cancel(String kind, Collection<String> ids) {
        jdbc.sql(CANCELLATION).param(kind).param(JSON.writeValueAsString(ids)).update();
    }

    /** As {@link #cancel(String, Collection)}, in a round trip of the caller. */
    public static void cancel(String kind, Collection<String> ids, RoundTrip trip) {
        if (!ids.isEmpty()) {
            trip.add(CANCELLATION, kind, JSON.writeValueAsString(ids));
        }
    }

    /** When a job is due; empty where there is none. */
    public Optional<Instant> due(String kind, String id) {
        return jdbc.sql("select coalesce(again, execution_time) from job.job where task_name = ? and task_instance = ?")
                .param(kind)
                .param(id)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    private static String written(List<Job> jobs) {
        return JSON.writeValueAsString(jobs.stream()
                .map(job -> Map.of(
                        "kind", job.kind(), "id", job.id(), "due", job.due().toString(), "data", job.data()))
                .toList());
    }
}

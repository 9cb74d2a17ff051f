package zhangfa.job.run;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Takes what is due, of the kinds that this node knows: an older node must not take what only a newer one can do. */
final class KnownKinds extends PostgreSqlJdbcCustomization {

    private static final String TAKING = """
            with due as (
                select task_name, task_instance from job.job
                where not picked and execution_time <= ? and task_name = any (?::text[])
                order by execution_time limit ? for update skip locked)
            update job.job taken set picked = true, picked_by = ?, last_heartbeat = ?, version = version + 1
            from due where taken.task_name = due.task_name and taken.task_instance = due.task_instance
            returning taken.*""";

    private final String kinds;

    KnownKinds(Collection<String> kinds) {
        super(false, true);
        this.kinds = "{" + String.join(",", kinds) + "}";
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant now, int limit, boolean orderByPriority) {
        return context.jdbcRunner.query(
                TAKING,
                values -> {
                    setInstant(values, 1, now);
                    values.setString(2, kinds);
                    values.setInt(3, limit);
                    values.setString(4, context.schedulerName.getName());
                    setInstant(values, 5, now);
                },
                context.resultSetMapper.get());
    }
}

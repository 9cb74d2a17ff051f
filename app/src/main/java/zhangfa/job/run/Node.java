package zhangfa.job.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import zhangfa.database.Keys;
import zhangfa.job.Daily;
import zhangfa.job.JobHandler;

/**
 * One node at work on jobs. Each looks for what is due by itself and locks what it takes ({@code for update skip locked}), so
 * no node is special; one that is silent for four pulses is taken for dead and its jobs are done by others.
 */
final class Node implements AutoCloseable {

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    /** Rows of a kind that no node knows are kept: a later release may know it again. */
    private static final Duration FOR_GOOD = Duration.ofDays(36_500);

    private final Scheduler scheduler;

    private Node(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    static Node of(
            DataSource database,
            List<JobHandler> handlers,
            List<Daily> days,
            JobSettings settings,
            Ledger ledger,
            Clock clock) {
        var kinds = new ArrayList<Task<?>>();
        handlers.forEach(handler -> kinds.add(Attempts.of(handler, ledger)));
        var daily = days.stream().map(day -> daily(day, clock)).toList();
        var known = new ArrayList<String>();
        kinds.forEach(kind -> known.add(kind.getName()));
        days.forEach(day -> known.add(day.kind()));
        return new Node(Scheduler.create(database, kinds)
                .startTasks(daily)
                .tableName("job.job")
                .jdbcCustomization(new KnownKinds(known))
                .serializer(new Text())
                .schedulerName(new SchedulerName.Fixed(Keys.next().toString()))
                .clock(clock::instant)
                .threads(settings.atOnce())
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollUsingLockAndFetch(0.5, 1)
                .pollingInterval(settings.polling())
                .heartbeatInterval(settings.pulse())
                .missedHeartbeatsLimit(JobSettings.PULSES_MISSED)
                .deleteUnresolvedAfter(FOR_GOOD)
                .shutdownMaxWait(LAST_WORDS)
                .failureLogging(LogLevel.WARN, false)
                .build());
    }

    private static RecurringTask<String> daily(Daily day, Clock clock) {
        return Tasks.recurring(day.kind(), Schedules.daily(clock.getZone(), day.at()), String.class)
                .execute((instance, context) -> day.work().run());
    }

    void start() {
        scheduler.start();
    }

    @Override
    public void close() {
        scheduler.stop();
    }

    /** Data is text as the handler wrote it. */
    private static final class Text implements Serializer {

        @Override
        public byte[] serialize(Object data) {
            return data == null ? new byte[0] : data.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] data) {
            return type.cast(new String(data, StandardCharsets.UTF_8));
        }
    }
}

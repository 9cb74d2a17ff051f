package zhangfa.job.run;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;

/** One kind of job as db-scheduler runs it: what happens at an attempt, after it went well, badly, or with its node. */
final class Attempts {

    private static final Logger log = LoggerFactory.getLogger(Attempts.class);

    private final JobHandler handler;
    private final Ledger ledger;
    private final RandomGenerator random = RandomGenerator.getDefault();

    private Attempts(JobHandler handler, Ledger ledger) {
        this.handler = handler;
        this.ledger = ledger;
    }

    static Task<String> of(JobHandler handler, Ledger ledger) {
        var attempts = new Attempts(handler, ledger);
        return Tasks.custom(handler.kind(), String.class)
                .onFailure((failed, operations) -> attempts.failed(failed))
                .onDeadExecution((failed, operations) -> attempts.failed(failed))
                .execute(attempts::run);
    }

    private CompletionHandler<String> run(TaskInstance<String> instance, ExecutionContext context) {
        try {
            handler.run(new Job(
                    instance.getTaskName(),
                    instance.getId(),
                    context.getExecution().executionTime,
                    instance.getData()));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new AttemptFailed(e);
        }
        return (done, operations) -> ledger.done(done.getExecution());
    }

    private void failed(ExecutionComplete attempt) {
        Execution execution = attempt.getExecution();
        var failures = execution.consecutiveFailures + 1;
        var trouble = attempt.getCause()
                .map(Attempts::cause)
                .map(Ledger::words)
                .orElse("The node stopped during the attempt");
        var now = attempt.getTimeDone();
        if (!handler.retries().allow(failures)) {
            giveUp(execution, now, trouble);
        } else if (attempt.getCause().isEmpty()) {
            ledger.tryAgain(execution, now, trouble);
        } else {
            ledger.tryAgain(execution, now.plus(handler.retries().rest(failures, random)), trouble);
        }
    }

    private void giveUp(Execution execution, Instant now, String trouble) {
        var instance = execution.taskInstance;
        var job = new Job(
                instance.getTaskName(), instance.getId(), execution.executionTime, String.valueOf(instance.getData()));
        if (isKept(job, trouble)) {
            ledger.done(execution);
        } else {
            ledger.giveUp(execution, now, trouble);
        }
    }

    /** Where even that fails, it is a dead letter like any other. */
    private boolean isKept(Job job, String trouble) {
        try {
            return handler.keeps(job, trouble);
        } catch (RuntimeException failed) {
            log.warn("{} {} could not be kept elsewhere", job.kind(), job.id(), failed);
            return false;
        }
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof AttemptFailed && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Carries a checked failure through db-scheduler. */
    private static final class AttemptFailed extends RuntimeException {

        private static final long serialVersionUID = 1;

        AttemptFailed(Exception cause) {
            super(cause.toString(), cause);
        }
    }
}

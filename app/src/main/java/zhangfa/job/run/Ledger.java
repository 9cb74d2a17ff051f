package zhangfa.job.run;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.database.Keys;

/**
 * Writes down how an attempt ended. A row that was cancelled or is somebody else's by now is left alone; one that was
 * scheduled anew during the attempt starts over at its new time.
 */
@Component
class Ledger {

    private static final String THIS = " where task_name = :kind and task_instance = :id and version = :version ";
    private static final String FREE =
            " picked = false, picked_by = null, last_heartbeat = null, version = version + 1 ";
    private static final int WORDS_KEPT = 2000;

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void done(Execution attempt) {
        if (of("delete from job.job" + THIS + "and again is null", attempt).update() == 0) {
            startOver(attempt);
        }
    }

    void tryAgain(Execution attempt, Instant at, String trouble) {
        var rested = of(
                        "update job.job set execution_time = :at, consecutive_failures = consecutive_failures + 1, last_failure = now(), trouble = :trouble,"
                                + FREE + THIS + "and again is null",
                        attempt)
                .param("at", Timestamp.from(at))
                .param("trouble", shortened(trouble))
                .update();
        if (rested == 0) {
            startOver(attempt);
        }
    }

    void giveUp(Execution attempt, Instant at, String trouble) {
        var buried = of("""
                        with gone as (delete from job.job %s and again is null returning *)
                        insert into job.dead_letter (id, kind, job, data, attempts, died_at, trouble)
                        select :letter, task_name, task_instance, convert_from(task_data, 'UTF8'), consecutive_failures + 1, :at, :trouble
                        from gone""".formatted(THIS), attempt)
                .param("letter", Keys.next())
                .param("at", Timestamp.from(at))
                .param("trouble", shortened(trouble))
                .update();
        if (buried == 0) {
            startOver(attempt);
        }
    }

    private void startOver(Execution attempt) {
        of("update job.job set execution_time = again, again = null," + FREE + THIS + "and again is not null", attempt)
                .update();
    }

    private JdbcClient.StatementSpec of(String statement, Execution attempt) {
        return jdbc.sql(statement)
                .param("kind", attempt.taskInstance.getTaskName())
                .param("id", attempt.taskInstance.getId())
                .param("version", attempt.version);
    }

    private static String shortened(String trouble) {
        var clean = trouble.replace("\0", "");
        return clean.length() <= WORDS_KEPT ? clean : clean.substring(0, WORDS_KEPT);
    }

    /** A failure in one line for people: what kind it is and what it says. */
    static String words(Throwable failure) {
        var said = failure.getMessage();
        var kind = failure.getClass().getSimpleName();
        return said == null ? kind : String.format(Locale.ROOT, "%s: %s", kind, said);
    }
}

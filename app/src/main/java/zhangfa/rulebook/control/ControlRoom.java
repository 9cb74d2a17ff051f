package zhangfa.rulebook.control;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.api.Refusal;
import zhangfa.rulebook.source.Columns;

/** Asks the controls' questions, on their cadence or on demand; a question can read facts, briefly, and nothing else. */
@Component
public class ControlRoom {

    private static final Logger log = LoggerFactory.getLogger(ControlRoom.class);
    private static final int ROWS_KEPT = 50;
    private static final int MOST_ROWS = 100_000;

    private final Controls controls;
    private final JdbcClient jdbc;
    private final TransactionTemplate readOnly;
    private final Clock clock;
    private final Duration patience;

    ControlRoom(
            Controls controls,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${zhangfa.control-patience:PT10S}") Duration patience) {
        this.controls = controls;
        this.jdbc = jdbc;
        this.readOnly = new TransactionTemplate(transactions);
        readOnly.setReadOnly(true);
        readOnly.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.patience = patience;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT30S")
    void askWhatIsDue() {
        for (var due = controls.takeDue(); due.isPresent(); due = controls.takeDue()) {
            ask(due.get());
        }
    }

    public ControlRun ask(String key) {
        return ask(controls.state(key).orElseThrow(Refusal::notThere).control());
    }

    /** Asks a question that nobody has kept yet; nothing is recorded. */
    ControlRun tryOut(String query) {
        return answer(query);
    }

    private ControlRun ask(Control control) {
        var startedAt = clock.instant();
        var run = answer(control.query());
        controls.record(control, startedAt, run);
        if (run.failure() != null) {
            log.warn("Control {} cannot be answered: {}", control.key(), run.failure());
        }
        return run;
    }

    private ControlRun answer(String query) {
        var refusal = Question.refusal(query);
        if (refusal.isPresent()) {
            return new ControlRun(ControlRun.Status.FAILED, now(), 0, List.of(), refusal.get());
        }
        try {
            var found = readOnly.execute(transaction -> breaches(query));
            var status = found.count() == 0 ? ControlRun.Status.HOLDS : ControlRun.Status.VIOLATED;
            return new ControlRun(status, now(), found.count(), found.rows(), null);
        } catch (DataAccessException failed) {
            return failed(failed);
        } catch (TransactionSystemException lost) {
            // The pool gives up a connection on some errors of a query, so even the rollback fails.
            return failed(Objects.requireNonNullElse(lost.getOriginalException(), lost));
        }
    }

    private ControlRun failed(Throwable failure) {
        return new ControlRun(
                ControlRun.Status.FAILED,
                now(),
                0,
                List.of(),
                words(NestedExceptionUtils.getMostSpecificCause(failure)));
    }

    /** What happened, said to whoever wrote the question. */
    private String words(Throwable cause) {
        var state = cause instanceof SQLException refused ? String.valueOf(refused.getSQLState()) : "";
        return switch (state) {
            case "42501" -> "{rulebook.question.not-a-fact}";
            case "57014" -> "{rulebook.question.slow|" + patience.toSeconds() + "}";
            case "25006" -> "{rulebook.question.read-only}";
            default -> String.valueOf(cause.getMessage());
        };
    }

    /** What breaks the rule: how many rows, and the first of them. */
    private record Breaches(long count, List<Map<String, Object>> rows) {}

    @SuppressWarnings("unchecked")
    private Breaches breaches(String query) {
        jdbc.sql("""
                        select set_config('transaction_read_only', 'on', true), set_config('statement_timeout', ?, true),
                            set_config('work_mem', '16MB', true), set_config('max_parallel_workers_per_gather', '0', true),
                            set_config('role', 'zhangfa_facts', true)""")
                .param(String.valueOf(patience.toMillis()))
                .query((row, number) -> true)
                .single();
        return jdbc.sql("""
                        with breach as materialized (select * from (%s) asked limit %d)
                        select (select count(*) from breach) as count,
                            coalesce((select jsonb_agg(to_jsonb(first)) from (select * from breach limit %d) first), '[]')
                                as rows
                        """.formatted(query, MOST_ROWS, ROWS_KEPT))
                .query((row, number) -> new Breaches(
                        row.getLong("count"), (List<Map<String, Object>>) Columns.json(row, "rows", List.class)))
                .single();
    }

    private Instant now() {
        return clock.instant();
    }
}

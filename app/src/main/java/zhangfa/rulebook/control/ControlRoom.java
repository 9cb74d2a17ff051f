package zhangfa.rulebook.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

/** Asks the controls' questions, on their cadence or on demand; a question can read, briefly, and nothing else. */
@Component
public class ControlRoom {

    private static final Logger log = LoggerFactory.getLogger(ControlRoom.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ROWS_KEPT = 50;

    private final Controls controls;
    private final JdbcClient jdbc;
    private final TransactionTemplate readOnly;
    private final Clock clock;

    ControlRoom(Controls controls, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.controls = controls;
        this.jdbc = jdbc;
        this.readOnly = new TransactionTemplate(transactions);
        readOnly.setReadOnly(true);
        readOnly.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
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

    private ControlRun ask(Control control) {
        var startedAt = clock.instant();
        var run = answer(control);
        controls.record(control, startedAt, run);
        if (run.failure() != null) {
            log.warn("Control {} cannot be answered: {}", control.key(), run.failure());
        }
        return run;
    }

    private ControlRun answer(Control control) {
        try {
            var found = readOnly.execute(transaction -> breaches(control.query()));
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
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return new ControlRun(ControlRun.Status.FAILED, now(), 0, List.of(), cause.getMessage());
    }

    /** What breaks the rule: how many rows, and the first of them. */
    private record Breaches(long count, List<Map<String, Object>> rows) {}

    @SuppressWarnings("unchecked")
    private Breaches breaches(String query) {
        jdbc.sql("select set_config('transaction_read_only', 'on', true), set_config('statement_timeout', ?, true)")
                .param(String.valueOf(PATIENCE.toMillis()))
                .query((row, number) -> true)
                .single();
        return jdbc.sql("""
                        with breach as materialized (%s)
                        select (select count(*) from breach) as count,
                            coalesce((select jsonb_agg(to_jsonb(first)) from (select * from breach limit %d) first), '[]')
                                as rows
                        """.formatted(query, ROWS_KEPT))
                .query((row, number) -> new Breaches(
                        row.getLong("count"), (List<Map<String, Object>>) Columns.json(row, "rows", List.class)))
                .single();
    }

    private Instant now() {
        return clock.instant();
    }
}

package zhangfa.rulebook.control;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import zhangfa.api.Refusal;

/** Asks the controls' questions, on their cadence or on demand; a question can read facts, briefly, and nothing else. */
@Component
public class ControlRoom {

    private static final Logger log = LoggerFactory.getLogger(ControlRoom.class);
    private static final int ROWS_KEPT = 50;

    private final Controls controls;
    private final FactRoom facts;
    private final Clock clock;

    ControlRoom(Controls controls, FactRoom facts, Clock clock) {
        this.controls = controls;
        this.facts = facts;
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
            var found = facts.ask(query, ROWS_KEPT);
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
            case "57014" -> "{rulebook.question.slow|" + facts.patience().toSeconds() + "}";
            case "25006" -> "{rulebook.question.read-only}";
            default -> String.valueOf(cause.getMessage());
        };
    }

    private Instant now() {
        return clock.instant();
    }
}

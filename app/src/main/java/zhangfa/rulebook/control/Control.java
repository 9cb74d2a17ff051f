package zhangfa.rulebook.control;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.rulebook.source.Wording;

/**
 * What must hold: a question to the facts whose answer, row by row, is what breaks the rule.
 *
 * @param practice what brought it; null for the company's own
 * @param clauses what the company's own watches; a practice says so of its clauses
 */
public record Control(
        String key,
        @Nullable String practice,
        Wording title,
        Severity severity,
        Cadence cadence,
        String owner,
        String query,
        List<String> clauses) {

    /** How bad a breach is. */
    public enum Severity {
        MINOR,
        MAJOR,
        CRITICAL
    }

    /** How often it is asked. */
    public enum Cadence {
        HOURLY(Duration.ofHours(1)),
        DAILY(Duration.ofDays(1)),
        WEEKLY(Duration.ofDays(7));

        private final Duration pause;

        Cadence(Duration pause) {
            this.pause = pause;
        }

        Duration pause() {
            return pause;
        }
    }
}

package zhangfa.calendar;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a clock's append-only ledger: what happened, how much working time was counted since the line before, and what
 * follows from it. It holds what was decided then, so a ledger reads the same whatever becomes of the calendar.
 *
 * @param counted working time since the entry before; zero at the start and while paused
 * @param limit what holds from this entry on
 * @param warn when the warning is due; null while paused before it
 * @param due when the limit is reached; null while paused before it
 * @param reason why it was paused, stopped or changed
 */
public record ClockEntry(
        Kind kind,
        Instant at,
        Duration counted,
        Limit limit,
        @Nullable Instant warn,
        @Nullable Instant due,
        @Nullable String reason) {

    /** What happened. */
    public enum Kind {
        STARTED,
        PAUSED,
        RESUMED,
        LIMIT_CHANGED,
        CALENDAR_CHANGED,
        STOPPED
    }
}

package zhangfa.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock whose due time a change of its calendar moves.
 *
 * @param number what it is about, by number only: whoever edits calendars need not be allowed to see the case
 * @param from due so far; null while it is paused
 * @param to due after the change; null while it is paused
 */
public record MovingClock(
        String number, @Nullable Instant from, @Nullable Instant to) {}

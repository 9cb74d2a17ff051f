package zhangfa.flow;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A length of time as a model states it; what it comes to is for whoever keeps the calendars.
 *
 * @param value an ISO 8601 duration such as {@code P2D} or {@code PT90M}; with a leading minus it is counted backwards;
 *     of a timer event that is set to an instant, that instant
 * @param calendar the name of the calendar; the one of the company where there is none
 */
public record FlowSpan(String value, Unit unit, @Nullable String calendar) {

    /** What is counted. */
    public enum Unit {
        /** Working time: a day is a working day, an hour one in which people work. */
        WORKING,
        /** Time on the wall. */
        WALL
    }

    private static final Pattern DURATION =
            Pattern.compile("P(?!$)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?!$)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?");

    /** Whether a text is a duration of ISO 8601, unsigned. */
    static boolean isDuration(String text) {
        return DURATION.matcher(text).matches();
    }

    /** Of an event whose model says the instant itself: the time of day on which nothing is counted. */
    static FlowSpan at(Instant instant) {
        return new FlowSpan(instant.toString(), Unit.WALL, null);
    }

    boolean isInstant() {
        return !value.startsWith("P") && !value.startsWith("-P");
    }

    FlowSpan backwards() {
        return new FlowSpan("-" + value, unit, calendar);
    }
}

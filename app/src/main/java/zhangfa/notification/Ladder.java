package zhangfa.notification;

import java.util.List;

/**
 * How an urgent notice climbs until its reader has acknowledged it: in the centre at once, then one rung after the other.
 *
 * @param minutes of the reader's working time between two rungs
 * @param rungs names of channels, {@link #DEPUTY} or {@link #HEAD}
 */
public record Ladder(int minutes, List<String> rungs) {

    /** Whoever stands in for the reader is told. */
    public static final String DEPUTY = "deputy";

    /** The next head above the reader is told, so that somebody goes there. */
    public static final String HEAD = "head";

    /** Everything that a ladder may be made of, in the order of a climb. */
    public static final List<String> RUNGS = List.of("email", "sms", "endpoint", DEPUTY, HEAD);
}

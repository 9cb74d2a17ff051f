package zhangfa.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a timeline: who did what, when, and their opinion.
 *
 * @param actor the person's name, or null where the system acted
 * @param onBehalfOf whom a deputy acted for
 * @param what in words, such as "approved Head's approval"
 */
public record TimelineEvent(
        @Nullable String actor,
        @Nullable String onBehalfOf,
        String what,
        @Nullable String opinion,
        Instant at) {

    public boolean isOfSystem() {
        return actor == null;
    }
}

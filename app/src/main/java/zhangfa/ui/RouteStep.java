package zhangfa.ui;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One step on the vertical route of a case.
 *
 * @param mode how several people decide here, in words, or null for one person
 * @param at when it was done or reached, null for what is still to come
 * @param note an opinion, a due time, or why these people
 */
public record RouteStep(
        String name,
        @Nullable String mode,
        State state,
        List<Member> who,
        @Nullable Instant at,
        @Nullable String note) {

    /** Where the step stands. */
    public enum State {
        DONE("check"),
        NOW("clock"),
        NEXT("dots"),
        RETURNED("arrow-back-up"),
        REJECTED("x");

        private final String icon;

        State(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }

        public String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Somebody asked at this step, and in a word what came of it (null while nothing has). */
    public record Member(String name, @Nullable String word) {}
}

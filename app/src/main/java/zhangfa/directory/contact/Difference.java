package zhangfa.directory.contact;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import zhangfa.ui.Tone;

/**
 * One line of what contacts would change.
 *
 * @param what a unit's or a person's name
 * @param as the username, or the department's name above; empty for none
 * @param detail what differs or is unclear, as a message key in braces; null for nothing to add
 */
public record Difference(
        Kind kind, String what, String as, @Nullable String detail) {

    /** What becomes of it. */
    public enum Kind {
        FOUND(Tone.RUNNING),
        JOIN(Tone.RUNNING),
        LINK(Tone.WAITING),
        UPDATE(Tone.WAITING),
        UNCLEAR(Tone.OVERDUE),
        KEEP(Tone.DONE);

        private final Tone tone;

        Kind(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Its name in the API and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

package zhangfa.register;

import java.util.Locale;
import zhangfa.ui.Tone;

/** Where a record can stand, in the register's own word; the category is the same for all registers. */
public record State(String key, String name, Category category) {

    /** What a state means for lists, badges and controls. */
    public enum Category {
        OPEN(Tone.WAITING),
        RUNNING(Tone.RUNNING),
        DONE(Tone.DONE),
        DROPPED(Tone.REJECTED);

        private final Tone tone;

        Category(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

package zhangfa.work.inbox;

import org.jspecify.annotations.Nullable;
import zhangfa.ui.Tone;

/**
 * What became of one of several tasks that were decided on at once.
 *
 * @param title of its case
 * @param href null where its case cannot be seen
 * @param words what was done, or why it was not
 */
public record Outcome(String title, @Nullable String href, boolean done, String words) {

    public Tone tone() {
        return done ? Tone.DONE : Tone.WAITING;
    }
}

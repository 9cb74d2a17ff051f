package zhangfa.work.casefile;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed on the page of a case that was refused.
 *
 * @param task for which task; null where it is about the case
 * @param form what of the form they sent; null where nothing of it was there to fill in
 * @param nominees usernames by step
 */
public record Typed(
        @Nullable UUID task, @Nullable Map<String, Object> form, String comment, Map<String, List<String>> nominees) {

    public static final Typed NOTHING = new Typed(null, null, "", Map.of());

    /** What was typed for this task, and nothing of what was typed for another. */
    Typed of(UUID one) {
        return one.equals(task) ? this : NOTHING;
    }
}

package zhangfa.notification;

import org.jspecify.annotations.Nullable;

/**
 * A kind of message that people may choose channels for.
 *
 * @param key such as {@code task.assigned}
 * @param order its place in the list of kinds
 * @param outside whether it also leaves the product (by mail) for people who have not chosen
 * @param ladder how it climbs until it is acknowledged, where nobody has set it otherwise; null where it does not
 */
public record MessageKind(
        String key, int order, boolean outside, @Nullable Ladder ladder) {

    public MessageKind(String key, int order, boolean outside) {
        this(key, order, outside, null);
    }
}

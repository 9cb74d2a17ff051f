package zhangfa.ui;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the rail or the top bar, offered by the module that owns the page.
 *
 * @param order place in the rail, smallest first; below zero it stands in the top bar, as an icon
 * @param key message key of its word, also its icon's name in icons.txt, such as {@code menu.inbox}
 * @param path where it leads
 * @param shown for whom
 * @param badge a count beside the word, or null for none
 */
public record MenuEntry(
        int order,
        String key,
        String path,
        Predicate<Reader> shown,
        @Nullable Function<Reader, Integer> badge) {

    public static MenuEntry forEverybody(int order, String key, String path) {
        return new MenuEntry(order, key, path, reader -> true, null);
    }

    /** The place with what waits there now for this reader. */
    public Place placeFor(Reader reader) {
        return new Place(key, path, badge == null ? null : badge.apply(reader));
    }
}

package zhangfa.ui;

import org.jspecify.annotations.Nullable;

/**
 * A place of the menu as one reader sees it.
 *
 * @param key message key of its word and name of its icon, such as {@code menu.inbox}
 * @param count what waits there, or null where nothing is counted
 */
public record Place(String key, String path, @Nullable Integer count) {

    /** What the badge shows: nothing for nothing. */
    public String badge() {
        if (count == null || count == 0) {
            return "";
        }
        return count > 99 ? "99+" : count.toString();
    }
}

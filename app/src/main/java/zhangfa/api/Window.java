package zhangfa.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which piece of a list is asked for: {@code page_size} of 1 to 200 rows after a cursor, and whether the whole is counted. */
public record Window(int size, @Nullable String after, boolean counted) {

    private static final int USUAL = 50;

    public Window(int size, @Nullable String after) {
        this(size, after, false);
    }

    public static Window of(@Nullable Integer size, @Nullable String after) {
        return of(size, after, false);
    }

    public static Window of(@Nullable Integer size, @Nullable String after, boolean counted) {
        if (size != null && (size < 1 || size > 200)) {
            throw Refusal.invalid("/page_size", "{api.page-size}");
        }
        return new Window(size == null ? USUAL : size, after == null || after.isBlank() ? null : after, counted);
    }

    /** The cursor of a list that is ordered by its rows' ids. */
    public @Nullable UUID afterId() {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("/after", "{api.cursor}");
        }
    }

    /** One more than wanted, to learn whether more follow. */
    public int rows() {
        return size + 1;
    }
}

package zhangfa.mining.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which attribute or column says what. Where one is null, or the list is empty, its usual names are looked for ({@link UsualNames}).
 *
 * @param activity one key, or several whose values are joined by {@code +} as XES classifiers do
 * @param timestamp when it happened or was complete
 * @param start when work on it began
 */
public record LogColumns(
        @Nullable String caseName,
        List<String> activity,
        @Nullable String timestamp,
        @Nullable String start,
        @Nullable String resource) {

    public static final LogColumns USUAL = new LogColumns(null, List.of(), null, null, null);

    public LogColumns {
        activity = List.copyOf(activity);
    }

    public LogColumns withActivity(String... keys) {
        return new LogColumns(caseName, List.of(keys), timestamp, start, resource);
    }
}

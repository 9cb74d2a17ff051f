package zhangfa.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One piece of a list, and the cursor of the next one ({@code null} at the end). */
public record Listing<T>(List<T> items, @Nullable String next) {

    /** Cuts rows that were read one too many: the surplus row only says that more follow. */
    public static <T> Listing<T> of(List<T> rows, int size, Function<T, String> cursor) {
        if (rows.size() <= size) {
            return new Listing<>(rows, null);
        }
        var items = rows.subList(0, size);
        return new Listing<>(List.copyOf(items), cursor.apply(items.getLast()));
    }

    public <R> Listing<R> map(Function<? super T, ? extends R> shape) {
        return new Listing<>(items.stream().<R>map(shape).toList(), next);
    }
}

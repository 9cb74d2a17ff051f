package zhangfa.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One piece of a list, and the cursor of the next one ({@code null} at the end).
 *
 * @param total how many there are in all; only where it was asked for
 */
public record Listing<T>(
        List<T> items,
        @Nullable String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total) {

    public Listing(List<T> items, @Nullable String next) {
        this(items, next, null);
    }

    /** Cuts rows that were read one too many: the surplus row only says that more follow. */
    public static <T> Listing<T> of(List<T> rows, int size, Function<T, String> cursor) {
        if (rows.size() <= size) {
            return new Listing<>(rows, null);
        }
        var items = rows.subList(0, size);
        return new Listing<>(List.copyOf(items), cursor.apply(items.getLast()));
    }

    public <R> Listing<R> map(Function<? super T, ? extends R> shape) {
        return new Listing<>(items.stream().<R>map(shape).toList(), next, total);
    }

    /** With the number of all rows, where the window asks for it. */
    public Listing<T> counted(Window window, LongSupplier all) {
        return window.counted() ? new Listing<>(items, next, all.getAsLong()) : this;
    }
}

package zhangfa.mining.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of all events or of all cases. Values are {@link String}, {@link Long}, {@link Double}, {@link Boolean} or
 * {@link java.time.Instant}; each distinct one is kept once.
 */
public final class Column {

    /** The code of an event or case that has no value. */
    public static final int ABSENT = -1;

    private final String key;
    private final int[] codes;
    private final List<Object> values;

    Column(String key, int[] codes, List<Object> values) {
        this.key = key;
        this.codes = codes;
        this.values = List.copyOf(values);
    }

    public String key() {
        return key;
    }

    /** The position of the value in {@link #values()}, or {@link #ABSENT}. */
    public int code(int index) {
        return index < codes.length ? codes[index] : ABSENT;
    }

    public @Nullable Object value(int index) {
        var code = code(index);
        return code == ABSENT ? null : values.get(code);
    }

    /** The distinct values in the order in which they first came. */
    public List<Object> values() {
        return values;
    }

    /** The same attribute of the events or cases at these places. */
    Column at(int[] places) {
        var chosen = new int[places.length];
        for (var i = 0; i < chosen.length; i++) {
            chosen[i] = code(places[i]);
        }
        return new Column(key, chosen, values);
    }
}

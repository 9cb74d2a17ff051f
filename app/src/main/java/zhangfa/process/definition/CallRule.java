package zhangfa.process.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a call activity calls: which version of the process, and what it takes over when that has ended.
 *
 * @param version the pinned one; null for the newest
 * @param tag the newest that carries this {@code zhangfa:version-tag}; null for any
 */
public record CallRule(@Nullable Integer version, @Nullable String tag, List<Out> outs) {

    static final CallRule PLAIN = new CallRule(null, null, List.of());

    /** A field of the called case, with dots into what is inside it, and the name that its value has for the caller. */
    record Out(String source, String target) {}

    /** What the caller learns from the called case's data; fields that are not there are left out. */
    public Map<String, Object> results(Map<String, Object> data) {
        var results = new LinkedHashMap<String, Object>();
        for (var out : outs) {
            @Nullable Object value = data;
            for (var name : out.source().split("\\.", -1)) {
                value = value instanceof Map<?, ?> inside ? inside.get(name) : null;
            }
            if (value != null) {
                results.put(out.target(), value);
            }
        }
        return results;
    }
}

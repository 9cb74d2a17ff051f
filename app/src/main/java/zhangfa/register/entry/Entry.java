package zhangfa.register.entry;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of a register.
 *
 * @param number what people know it by
 * @param state key of the state in which it stands
 * @param values by keys of fields, as the database has them; without those that are empty
 */
public record Entry(
        UUID id,
        String number,
        String state,
        int revision,
        UUID createdBy,
        Instant createdAt,
        Instant changedAt,
        Map<String, Object> values) {

    public @Nullable Object value(String field) {
        return values.get(field);
    }
}

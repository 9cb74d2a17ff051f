package zhangfa.process.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;

/** A place in a list that is ordered by a time, as the cursor of the API writes it. */
record Moments(Instant at, UUID id) {

    static final Moments END = new Moments(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    static Moments after(@Nullable String cursor) {
        if (cursor == null) {
            return END;
        }
        try {
            var parts = cursor.split("~", 2);
            var at = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
            if (at.isBefore(Instant.EPOCH) || at.isAfter(END.at())) {
                throw Refusal.invalid("/after", "{api.cursor}");
            }
            return new Moments(at, UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.invalid("/after", "{api.cursor}");
        }
    }

    static String cursor(Instant at, UUID id) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "~" + id;
    }
}

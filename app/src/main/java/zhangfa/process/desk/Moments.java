package zhangfa.process.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;

/** A place in a list that is ordered by a time, as the cursor of the API writes it. */
public record Moments(Instant at, UUID id) {

    private static final Moments BEGIN = new Moments(Instant.EPOCH, new UUID(0, 0));
    private static final Moments END = new Moments(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    /** Where a list that begins with the youngest goes on. */
    public static Moments after(@Nullable String cursor) {
        return cursor == null ? END : read(cursor);
    }

    /** Where a list that begins with the oldest goes on. */
    public static Moments since(@Nullable String cursor) {
        return cursor == null ? BEGIN : read(cursor);
    }

    private static Moments read(String cursor) {
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

    public static String cursor(Instant at, UUID id) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "~" + id;
    }
}

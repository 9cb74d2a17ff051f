package zhangfa.process.incident;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.process.Incidents.Incident;

/** A place in the list of incidents, the youngest first, as the cursor of the API writes it. */
record Place(Instant at, UUID caseId, int number) {

    private static final Place BEGIN =
            new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1), Integer.MAX_VALUE);

    static Place after(@Nullable String cursor) {
        if (cursor == null) {
            return BEGIN;
        }
        try {
            var parts = cursor.split("~", 3);
            var at = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
            if (at.isBefore(Instant.EPOCH) || at.isAfter(BEGIN.at())) {
                throw Refusal.invalid("/after", "{api.cursor}");
            }
            return new Place(at, UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
        } catch (IllegalArgumentException
                | ArrayIndexOutOfBoundsException
                | DateTimeException
                | ArithmeticException e) {
            throw Refusal.invalid("/after", "{api.cursor}");
        }
    }

    static String cursor(Incident incident) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, incident.raisedAt()) + "~" + incident.caseId() + "~"
                + incident.number();
    }
}

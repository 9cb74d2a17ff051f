package zhangfa.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Instants out of what people and forms write: ISO 8601 dates and times, in the zone of the model where they name none. */
final class Moments {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd['T'HH:mm[:ss][XXX][X]]");

    private Moments() {}

    /** The instant, a date being its first moment; null where it is none. */
    static @Nullable Instant instant(@Nullable Object value, ZoneId zone) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant;
            case ZonedDateTime time -> time.toInstant();
            case OffsetDateTime time -> time.toInstant();
            case LocalDateTime time -> time.atZone(zone).toInstant();
            case LocalDate date -> date.atStartOfDay(zone).toInstant();
            case String text -> read(text, zone);
            default -> null;
        };
    }

    private static @Nullable Instant read(String text, ZoneId zone) {
        try {
            return instant(ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from), zone);
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}

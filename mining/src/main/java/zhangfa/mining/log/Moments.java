package zhangfa.mining.log;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Times as microseconds since 1970-01-01T00:00Z: finer than logs write them, and exact in a long for 290,000 years. */
public final class Moments {

    private static final long DAY = 86_400_000_000L;

    private Moments() {}

    /**
     * Reads a time as {@link MomentReader} does, in UTC where it names no offset.
     *
     * @throws IllegalArgumentException when the text is no time
     */
    public static long of(String text) {
        var bytes = text.strip().getBytes(StandardCharsets.UTF_8);
        return new MomentReader(ZoneOffset.UTC).read(bytes, 0, bytes.length);
    }

    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
    }

    public static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
    }

    static long micros(long day, long microOfDay, ZoneId zone) {
        var local = day * DAY + microOfDay;
        if (zone.equals(ZoneOffset.UTC)) {
            return local;
        }
        try {
            var time = LocalDateTime.ofEpochSecond(
                    Math.floorDiv(local, 1_000_000L), (int) Math.floorMod(local, 1_000_000L) * 1000, ZoneOffset.UTC);
            return of(time.atZone(zone).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time", e);
        }
    }
}

package zhangfa.notification.preference;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import zhangfa.ui.Language;

/**
 * When and how somebody wants to be reached outside the product.
 *
 * @param quietFrom in the company's zone; may be later than {@code quietTo}, over midnight; null for never quiet
 * @param digest one mail a day instead of one for each message
 */
public record Habit(
        Locale language,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        boolean digest) {

    public static final Habit USUAL = new Habit(Language.CHINA, null, null, false);

    /** The first moment, not before now, that is not quiet. */
    public Instant after(Instant now, ZoneId zone) {
        var time = now.atZone(zone).toLocalTime();
        if (quietFrom == null || quietTo == null || !isQuiet(time, quietFrom, quietTo)) {
            return now;
        }
        var day = now.atZone(zone).toLocalDate();
        var end = day.atTime(quietTo).atZone(zone).toInstant();
        return end.isAfter(now)
                ? end
                : day.plusDays(1).atTime(quietTo).atZone(zone).toInstant();
    }

    private static boolean isQuiet(LocalTime time, LocalTime from, LocalTime to) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}

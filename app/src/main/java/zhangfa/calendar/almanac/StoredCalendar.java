package zhangfa.calendar.almanac;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.calendar.sheet.Sheet;

/**
 * A calendar as it is kept.
 *
 * @param unit whose it is; null for the company's
 * @param version counts its changes, so that nobody overwrites what they have not seen
 */
public record StoredCalendar(UUID id, @Nullable UUID unit, long version, Sheet sheet) {

    StoredCalendar with(Sheet sheet) {
        return new StoredCalendar(id, unit, version + 1, sheet);
    }
}

package zhangfa.calendar;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A calendar was changed, published in the transaction of the change.
 *
 * @param what the change in the past tense: {@code calendar-founded}, {@code calendar-changed}, {@code calendar-closed}
 * @param unit whose calendar it is; null for the company's
 * @param who the account that changed it; null when the product itself did
 * @param details what it is now, by field: hours, and the days that changed
 */
public record CalendarChanged(
        String what,
        UUID calendar,
        @Nullable UUID unit,
        @Nullable UUID who,
        Map<String, String> details) {}

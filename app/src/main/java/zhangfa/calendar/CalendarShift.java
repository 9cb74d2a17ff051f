package zhangfa.calendar;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of calendars, seen by those who count on them.
 *
 * @param at from when on the new ones count
 * @param units every unit whose calendar becomes another one, be it its own or one further up
 * @param company where the company's calendar itself changes
 */
public record CalendarShift(
        Instant at, Map<UUID, Swap> units, @Nullable Swap company) {

    /** The calendar that held until now, and the one that holds from now on. */
    public record Swap(BusinessCalendar was, BusinessCalendar becomes) {}

    /** What changes for clocks of this unit, if anything does. */
    public Optional<Swap> forUnit(UUID unit) {
        return Optional.ofNullable(units.get(unit));
    }
}

package zhangfa.calendar.almanac;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.calendar.CalendarChanged;
import zhangfa.calendar.CalendarShift;
import zhangfa.calendar.CalendarShift.Swap;
import zhangfa.calendar.RunningClocks;
import zhangfa.calendar.sheet.Day;
import zhangfa.calendar.sheet.Sheet;
import zhangfa.calendar.sheet.SheetCheck;
import zhangfa.database.Keys;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;

/** Where calendars are founded, changed and given up; every change can be rehearsed first. */
@Component
@Transactional
public class CalendarDesk {

    private final CalendarRows rows;
    private final Organization organization;
    private final ObjectProvider<RunningClocks> clocks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CalendarDesk(
            CalendarRows rows,
            Organization organization,
            ObjectProvider<RunningClocks> clocks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.organization = organization;
        this.clocks = clocks;
        this.events = events;
        this.clock = clock;
    }

    /** What it would do to write the calendar so; nothing is changed. */
    @Transactional(readOnly = true)
    public Rehearsal rehearse(UUID id, Sheet sheet) {
        var was = rows.almanac();
        var calendar = was.withId(id).orElseThrow(Refusal::notThere);
        var becomes = SheetCheck.checked(sheet);
        return rehearsal(calendar.sheet(), becomes, was, was.with(calendar.with(becomes)));
    }

    /** What it would do to give this unit's calendar up: the next one above holds instead. */
    @Transactional(readOnly = true)
    public Rehearsal rehearseClosure(UUID id) {
        var was = rows.almanac();
        var calendar = ofUnit(was, id);
        return rehearsal(calendar.sheet(), calendar.sheet(), was, was.without(id));
    }

    /** A calendar of its own for a unit, at first like the one that held for it until now. */
    public StoredCalendar found(UUID unit, UUID who) {
        rows.lock();
        var line = organization.lineOf(unit).stream().map(Unit::id).toList();
        if (line.isEmpty()) {
            throw Refusal.invalid("/unit", "{calendar.unit-unknown}");
        }
        var nearest = rows.almanac().nearest(line);
        if (unit.equals(nearest.unit())) {
            throw Refusal.conflict("{calendar.unit-has-one}");
        }
        var name = organization.unit(unit).map(Unit::name).orElseThrow();
        var above = nearest.sheet();
        var sheet = new Sheet(name, above.zone(), true, above.hours(), List.of());
        var founded = new StoredCalendar(Keys.next(), unit, 1, sheet);
        rows.write(founded);
        tell("calendar-founded", founded, who, details(founded.sheet(), List.of(), List.of()));
        return founded;
    }

    /**
     * Writes the calendar so, from now on.
     *
     * @param version the one that was seen; somebody else's change meanwhile is a conflict
     */
    public StoredCalendar change(UUID id, long version, Sheet sheet, UUID who) {
        rows.lock();
        var was = rows.almanac();
        var calendar = was.withId(id).orElseThrow(Refusal::notThere);
        if (calendar.version() != version) {
            throw Refusal.conflict("{calendar.stale}");
        }
        var changed = calendar.with(SheetCheck.checked(sheet));
        if (changed.sheet().equals(calendar.sheet())) {
            return calendar;
        }
        rows.write(changed);
        move(was, was.with(changed));
        var details = details(
                changed.sheet(),
                changed.sheet().daysOtherThan(calendar.sheet()),
                calendar.sheet().daysOtherThan(changed.sheet()));
        tell("calendar-changed", changed, who, details);
        return changed;
    }

    /** Gives a unit's calendar up; the company's stays for good. */
    public void close(UUID id, UUID who) {
        rows.lock();
        var was = rows.almanac();
        var calendar = ofUnit(was, id);
        rows.delete(id);
        move(was, was.without(id));
        tell("calendar-closed", calendar, who, Map.of());
    }

    private static StoredCalendar ofUnit(Almanac almanac, UUID id) {
        var calendar = almanac.withId(id).orElseThrow(Refusal::notThere);
        if (calendar.unit() == null) {
            throw Refusal.conflict("{calendar.company-stays}");
        }
        return calendar;
    }

    private Rehearsal rehearsal(Sheet before, Sheet after, Almanac was, Almanac becomes) {
        var shift = shift(was, becomes);
        var moving = clocks.orderedStream()
                .flatMap(owner -> owner.moving(shift).stream())
                .toList();
        return new Rehearsal(after, after.daysOtherThan(before), before.daysOtherThan(after), moving);
    }

    private void move(Almanac was, Almanac becomes) {
        var shift = shift(was, becomes);
        clocks.orderedStream().forEach(owner -> owner.move(shift));
    }

    private CalendarShift shift(Almanac was, Almanac becomes) {
        var units = new HashMap<UUID, Swap>();
        organization.units().forEach(unit -> {
            var swap = swap(
                    was,
                    becomes,
                    organization.lineOf(unit.id()).stream().map(Unit::id).toList());
            if (swap != null) {
                units.put(unit.id(), swap);
            }
        });
        return new CalendarShift(clock.instant(), units, swap(was, becomes, List.of()));
    }

    private static @Nullable Swap swap(Almanac was, Almanac becomes, List<UUID> line) {
        var before = was.calendar(line);
        var after = becomes.calendar(line);
        return before.equals(after) ? null : new Swap(before, after);
    }

    private void tell(String what, StoredCalendar calendar, @Nullable UUID who, Map<String, String> details) {
        events.publishEvent(new CalendarChanged(what, calendar.id(), calendar.unit(), who, details));
    }

    private static Map<String, String> details(Sheet now, List<Day> added, List<Day> removed) {
        return Map.of(
                "name", String.valueOf(now.name()),
                "zone", String.valueOf(now.zone()),
                "inherits", String.valueOf(now.inherits()),
                "hours", new TreeMap<>(now.hours()).toString(),
                "added", said(added),
                "removed", said(removed));
    }

    private static String said(List<Day> days) {
        return days.stream()
                .map(day -> day.date() + " " + day.kind() + " " + day.name()
                        + (day.hours() == null ? "" : " " + day.hours()))
                .collect(Collectors.joining("; "));
    }
}

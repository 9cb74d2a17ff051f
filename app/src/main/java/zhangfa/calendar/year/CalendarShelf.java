package zhangfa.calendar.year;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import zhangfa.calendar.almanac.Sight;
import zhangfa.calendar.almanac.StoredCalendar;
import zhangfa.identity.Account;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;

/** Calendars as the list and the heads of pages show them. */
@Component
class CalendarShelf {

    private final Sight sight;
    private final Organization organization;

    CalendarShelf(Sight sight, Organization organization) {
        this.sight = sight;
        this.organization = organization;
    }

    List<CalendarRow> rows(Account who) {
        return sight.all(who).map(this::row).toList();
    }

    CalendarRow row(StoredCalendar calendar) {
        var sheet = calendar.sheet();
        var unit = calendar.unit();
        return new CalendarRow(
                calendar.id(),
                String.valueOf(sheet.name()),
                unit == null ? null : organization.unit(unit).map(Unit::name).orElse("—"),
                String.valueOf(sheet.zone()),
                sheet.calendar(List.of()).workday(),
                CalendarRow.week(sheet.hours()));
    }

    /** Units that have no calendar of their own yet, by id. */
    Map<String, String> unitsWithoutOne(Account who) {
        var taken = sight.all(who)
                .map(StoredCalendar::unit)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var units = new LinkedHashMap<String, String>();
        organization
                .units()
                .filter(unit -> !taken.contains(unit.id()))
                .sorted(Comparator.comparing(Unit::name))
                .forEach(unit -> units.put(unit.id().toString(), unit.name()));
        return units;
    }
}

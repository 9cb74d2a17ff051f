package zhangfa.calendar.year;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import zhangfa.api.Listing;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.calendar.BusinessCalendar;
import zhangfa.calendar.almanac.CalendarDesk;
import zhangfa.calendar.almanac.Rehearsal;
import zhangfa.calendar.almanac.Sight;
import zhangfa.calendar.almanac.StoredCalendar;
import zhangfa.calendar.sheet.Day;
import zhangfa.calendar.sheet.Sheet;
import zhangfa.calendar.sheet.Span;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.organization.Unit;

/** Business calendars: which holds where, which days are worked, and changes with a rehearsal. */
@RestController
@RequestMapping("/api/v1/calendars")
class CalendarApi {

    private static final int MOST_DAYS = 800;

    private final Sight sight;
    private final CalendarDesk desk;
    private final HolidayIntake holidays;
    private final Organization organization;

    CalendarApi(Sight sight, CalendarDesk desk, HolidayIntake holidays, Organization organization) {
        this.sight = sight;
        this.desk = desk;
        this.holidays = holidays;
        this.organization = organization;
    }

    /**
     * A calendar as the API shows it.
     *
     * @param unit the key of the unit whose it is; null for the company's
     * @param version to be sent back with a change
     * @param workday the length of a workday as a unit, ISO 8601
     * @param sheet hours and its own special days; what it inherits is in {@code /days}
     */
    record CalendarView(
            UUID id,
            @Nullable String unit,
            long version,
            String workday,
            @JsonUnwrapped Sheet sheet) {}

    /** A unit wants a calendar of its own. */
    record Founding(@Nullable String unit) {}

    /** What a calendar should be, and the version that was seen. */
    record Change(
            @Nullable Long version,
            @Nullable String name,
            @Nullable String zone,
            @Nullable Boolean inherits,
            @Nullable Map<String, List<Span>> hours,
            @Nullable List<Day> days) {

        Sheet sheet() {
            return new Sheet(
                    name,
                    zone,
                    Boolean.TRUE.equals(inherits),
                    Objects.requireNonNullElse(hours, Map.of()),
                    Objects.requireNonNullElse(days, List.of()));
        }
    }

    /** A day as it is worked; {@code kind} and {@code name} where it is special. */
    record DayView(
            LocalDate date,
            boolean workday,
            List<Span> hours,
            @Nullable String kind,
            @Nullable String name) {}

    /** What a file brought, or would bring. */
    record ImportView(boolean dryRun, int leftOut, Rehearsal rehearsal) {}

    @GetMapping
    @SignedIn
    Listing<CalendarView> list(
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean count,
            Account who) {
        var window = Window.of(size, after, count);
        var rows = sight.all(who)
                .map(this::view)
                .dropWhile(one -> window.after() != null && !one.id().toString().equals(window.after()))
                .skip(window.after() == null ? 0 : 1)
                .limit(window.rows())
                .toList();
        return Listing.of(rows, window.size(), one -> one.id().toString())
                .counted(window, () -> sight.all(who).count());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @May(Permission.ORGANIZATION_MANAGE)
    CalendarView found(@RequestBody Founding founding, Account who) {
        var unit = organization
                .unitKeyed(String.valueOf(founding.unit()))
                .orElseThrow(() -> Refusal.invalid("/unit", "{calendar.unit-unknown}"));
        return view(desk.found(unit.id(), who.id()));
    }

    @GetMapping("/{id}")
    @SignedIn
    CalendarView show(@PathVariable UUID id, Account who) {
        return view(sight.one(who, id));
    }

    @PutMapping("/{id}")
    @May(Permission.ORGANIZATION_MANAGE)
    CalendarView change(@PathVariable UUID id, @RequestBody Change change, Account who) {
        if (change.version() == null) {
            throw Refusal.invalid("/version", "{form.required}");
        }
        return view(desk.change(id, change.version(), change.sheet(), who.id()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @May(Permission.ORGANIZATION_MANAGE)
    void close(@PathVariable UUID id, Account who) {
        desk.close(id, who.id());
    }

    @PostMapping("/{id}/rehearsals")
    @May(Permission.ORGANIZATION_MANAGE)
    Rehearsal rehearse(@PathVariable UUID id, @RequestBody Change change) {
        return desk.rehearse(id, change.sheet());
    }

    /** From the first date to the last, both included. */
    @GetMapping("/{id}/days")
    @SignedIn
    Listing<DayView> days(
            @PathVariable UUID id, @RequestParam LocalDate from, @RequestParam LocalDate to, Account who) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw Refusal.invalid("/to", "{calendar.range-wrong}");
        }
        var calendar = sight.whole(sight.one(who, id));
        var days = from.datesUntil(to.plusDays(1)).map(date -> day(calendar, date));
        return new Listing<>(days.toList(), null);
    }

    /** Takes the holidays of an iCalendar file in, or only says what that would do. */
    @PostMapping("/{id}/imports")
    @May(Permission.ORGANIZATION_MANAGE)
    ImportView take(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Account who)
            throws IOException {
        var calendar = sight.one(who, id);
        var plan = holidays.ofFile(calendar, file.getBytes());
        var rehearsal = desk.rehearse(id, plan.sheet());
        if (!dryRun) {
            desk.change(id, calendar.version(), plan.sheet(), who.id());
        }
        return new ImportView(dryRun, plan.leftOut(), rehearsal);
    }

    private static DayView day(BusinessCalendar calendar, LocalDate date) {
        var special = calendar.special(date).map(Day::of);
        return new DayView(
                date,
                calendar.isWorkday(date),
                calendar.hoursOn(date).stream().map(Span::of).toList(),
                special.map(Day::kind).orElse(null),
                special.map(Day::name).orElse(null));
    }

    private CalendarView view(StoredCalendar calendar) {
        var unit = calendar.unit();
        return new CalendarView(
                calendar.id(),
                unit == null ? null : organization.unit(unit).map(Unit::key).orElse(null),
                calendar.version(),
                calendar.sheet().calendar(List.of()).workday().toString(),
                calendar.sheet());
    }
}

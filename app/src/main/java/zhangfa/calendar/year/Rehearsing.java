package zhangfa.calendar.year;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.api.Words;
import zhangfa.calendar.almanac.CalendarDesk;
import zhangfa.calendar.almanac.StoredCalendar;
import zhangfa.calendar.sheet.Sheet;
import zhangfa.ui.Faults;

/** Shows what a change would do, carries it through the page that confirms it, and says what is wrong with it. */
@Component
class Rehearsing {

    private final CalendarDesk desk;
    private final CalendarShelf shelf;
    private final JsonMapper json;
    private final Words words;
    private final Clock clock;

    Rehearsing(CalendarDesk desk, CalendarShelf shelf, JsonMapper json, Words words, Clock clock) {
        this.desk = desk;
        this.shelf = shelf;
        this.json = json;
        this.words = words;
        this.clock = clock;
    }

    RehearsalPage of(StoredCalendar calendar, HolidayIntake.Plan plan) {
        var rehearsal = desk.rehearse(calendar.id(), plan.sheet());
        var becomes = rehearsal.becomes();
        return new RehearsalPage(
                shelf.row(calendar),
                rehearsal,
                CalendarRow.week(becomes.hours()),
                calendar.version(),
                json.writeValueAsString(becomes),
                plan.leftOut());
    }

    RehearsalPage ofClosure(StoredCalendar calendar) {
        var row = shelf.row(calendar);
        return new RehearsalPage(row, desk.rehearseClosure(calendar.id()), row.days(), calendar.version(), "", 0);
    }

    /** What {@link #of} carried through the page. */
    Sheet carried(String sheet) {
        try {
            return Objects.requireNonNull(json.readValue(sheet, Sheet.class));
        } catch (JacksonException | NullPointerException e) {
            throw Refusal.malformed("{api.malformed}");
        }
    }

    EditPage edit(StoredCalendar calendar) {
        return edit(calendar, WeekForm.of(calendar.sheet()), DaysForm.EMPTY, Faults.NONE);
    }

    EditPage wrongWeek(StoredCalendar calendar, Map<String, String> fields, Refusal refusal) {
        return edit(calendar, WeekForm.typed(fields), DaysForm.EMPTY, Faults.of(refusal, words));
    }

    EditPage wrongDays(StoredCalendar calendar, Map<String, String> fields, Refusal refusal) {
        var named = refusal.faults().stream()
                .map(fault -> new Fault(DaysForm.field(fault.pointer()), fault.detail()))
                .distinct()
                .toList();
        var said = named.isEmpty() ? refusal : Refusal.invalid(named);
        return edit(calendar, WeekForm.of(calendar.sheet()), DaysForm.typed(fields), Faults.of(said, words));
    }

    EditPage wrongHolidays(StoredCalendar calendar, Refusal refusal) {
        return edit(calendar, WeekForm.of(calendar.sheet()), DaysForm.EMPTY, Faults.of(refusal, words));
    }

    private EditPage edit(StoredCalendar calendar, WeekForm week, DaysForm days, Faults faults) {
        // The State Council announces next year's holidays in November.
        var soon = LocalDate.now(clock).plusMonths(2).getYear();
        return new EditPage(shelf.row(calendar), week, days, soon, faults);
    }
}

package zhangfa.calendar.almanac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.calendar.CalendarShift;
import zhangfa.calendar.Calendars;
import zhangfa.calendar.MovingClock;
import zhangfa.calendar.RunningClocks;
import zhangfa.calendar.SpecialDay;
import zhangfa.calendar.sheet.Day;
import zhangfa.calendar.sheet.Sheet;
import zhangfa.calendar.sheet.Span;
import zhangfa.identity.Accounts;
import zhangfa.organization.Organization;

/** Calendars by unit: who inherits which, what a change reaches, and that the journal knows. */
@CompanyTest
class CalendarDeskTests {

    private static final LocalDate NATIONAL_DAY = LocalDate.of(2026, 10, 1);
    private static final LocalDate PARTY = LocalDate.of(2026, 12, 24);

    @Autowired
    CalendarDesk desk;

    @Autowired
    Calendars calendars;

    @Autowired
    Almanacs almanacs;

    @Autowired
    Organization organization;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    CalendarRows rows;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private UUID root;
    private UUID unit;
    private StoredCalendar founded;

    @BeforeEach
    void aCalendarOfOneUnit() {
        root = accounts.named(Company.ROOT).orElseThrow().id();
        unit = organization.unitKeyed("administration").orElseThrow().id();
        founded = desk.found(unit, root);
    }

    @AfterEach
    void givenUp() {
        desk.close(founded.id(), root);
    }

    @Test
    void theCompanyWorksLikeAnOfficeInChina() {
        var company = calendars.company();
        assertThat(company.workday()).isEqualTo(Duration.ofHours(8));
        assertThat(company.hoursOf(DayOfWeek.SUNDAY)).isEmpty();
        assertThat(company.isWorkday(NATIONAL_DAY)).isFalse();
        assertThat(company.isWorkday(LocalDate.of(2026, 10, 10))).isTrue();
    }

    @Test
    void aUnitHasItsOwnHoursAndTheHolidaysOfTheOneAbove() {
        change(new Sheet("行政部", "Asia/Shanghai", true, mornings(), List.of(party())));
        var own = calendars.forUnit(unit);
        assertThat(own.workday()).isEqualTo(Duration.ofHours(4));
        assertThat(own.isWorkday(NATIONAL_DAY)).isFalse();
        assertThat(own.isWorkday(PARTY)).isFalse();
        assertThat(calendars.company().isWorkday(PARTY)).isTrue();
    }

    @Test
    void aUnitThatDoesNotInheritWorksOnForeignHolidays() {
        change(new Sheet("海外", "Europe/Berlin", false, mornings(), List.of()));
        assertThat(calendars.forUnit(unit).isWorkday(NATIONAL_DAY)).isTrue();
    }

    @Test
    void whatAUnitSaysGoesBeforeWhatItInherits() {
        var works = Day.of(SpecialDay.makeUp(NATIONAL_DAY, "值班"));
        change(new Sheet("行政部", "Asia/Shanghai", true, mornings(), List.of(works)));
        assertThat(calendars.forUnit(unit).isWorkday(NATIONAL_DAY)).isTrue();
    }

    @Test
    void aChangeIsInTheJournalWithWhoAndWhat() {
        change(new Sheet("行政部", "Asia/Shanghai", true, mornings(), List.of(party())));
        var entry = database.sql("""
                select actor, data::jsonb ->> 'what' as what, data::jsonb -> 'details' ->> 'added' as added from journal.entry
                where kind = 'calendar_changed' and data::jsonb ->> 'calendar' = ? order by seq desc limit 1
                """).param(founded.id().toString()).query().singleRow();
        assertThat(entry)
                .containsEntry("actor", root)
                .containsEntry("what", "calendar-changed")
                .containsEntry("added", "2026-12-24 holiday 晚会");
    }

    @Test
    void whoOwnsClocksIsAskedBeforeAndToldWithTheChange() {
        var owner = new Owner(new ArrayList<>());
        var clocks = new StaticListableBeanFactory(Map.of("owner", owner)).getBeanProvider(RunningClocks.class);
        var asking = new CalendarDesk(rows, organization, clocks, events, Clock.systemUTC());
        var sheet = new Sheet("行政部", "Asia/Shanghai", true, mornings(), List.of());

        var rehearsal = asking.rehearse(founded.id(), sheet);
        assertThat(rehearsal.clocks()).extracting(MovingClock::number).containsExactly("1 calendar");
        assertThat(owner.moved()).isEmpty();

        transaction.executeWithoutResult(status -> asking.change(founded.id(), 1, sheet, root));
        var swap = owner.moved().getFirst().forUnit(unit).orElseThrow();
        assertThat(swap.was().workday()).isEqualTo(Duration.ofHours(8));
        assertThat(swap.becomes().workday()).isEqualTo(Duration.ofHours(4));
        assertThat(owner.moved().getFirst().company()).isNull();
    }

    /** A module with clocks that remembers what it was told. */
    private record Owner(List<CalendarShift> moved) implements RunningClocks {

        @Override
        public List<MovingClock> moving(CalendarShift shift) {
            return List.of(new MovingClock(shift.units().size() + " calendar", null, null));
        }

        @Override
        public void move(CalendarShift shift) {
            moved.add(shift);
        }
    }

    private void change(Sheet sheet) {
        var now = almanacs.now().withId(founded.id()).orElseThrow();
        desk.change(founded.id(), now.version(), sheet, root);
    }

    private static Day party() {
        return Day.of(SpecialDay.holiday(PARTY, "晚会"));
    }

    private static Map<String, List<Span>> mornings() {
        var morning = List.of(new Span("08:00", "12:00"));
        return Map.of(
                "monday", morning, "tuesday", morning, "wednesday", morning, "thursday", morning, "friday", morning);
    }
}

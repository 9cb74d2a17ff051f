package zhangfa.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weeks and days that people know by heart. */
class BusinessCalendarTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final List<Shift> OFFICE = List.of(Shift.of("09:00", "12:00"), Shift.of("13:00", "18:00"));
    private static final List<Shift> NIGHT = List.of(Shift.of("22:00", "06:00"));

    /** The National Day of 2026 with both of its make-up days. */
    private static final BusinessCalendar COMPANY = new BusinessCalendar(
            SHANGHAI,
            mondayToFriday(OFFICE),
            List.of(
                    SpecialDay.makeUp(LocalDate.of(2026, 9, 20), "国庆节"),
                    SpecialDay.holiday(LocalDate.of(2026, 10, 1), "国庆节"),
                    SpecialDay.holiday(LocalDate.of(2026, 10, 2), "国庆节"),
                    SpecialDay.holiday(LocalDate.of(2026, 10, 5), "国庆节"),
                    SpecialDay.holiday(LocalDate.of(2026, 10, 6), "国庆节"),
                    SpecialDay.holiday(LocalDate.of(2026, 10, 7), "国庆节"),
                    SpecialDay.makeUp(LocalDate.of(2026, 10, 10), "国庆节"),
                    SpecialDay.hours(LocalDate.of(2026, 12, 31), "年终", List.of(Shift.of("09:00", "12:00")))));

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00, 2026-11-23T18:00, PT8H",
        "2026-11-23T11:00, 2026-11-23T14:00, PT2H",
        "2026-11-20T17:00, 2026-11-23T10:00, PT2H",
        "2026-11-21T00:00, 2026-11-22T00:00, PT0S",
        "2026-09-30T17:00, 2026-10-08T10:00, PT2H",
        "2026-10-09T18:00, 2026-10-12T09:00, PT8H",
        "2026-12-31T00:00, 2027-01-01T00:00, PT3H",
        "2026-11-23T10:00, 2026-11-23T09:30, PT-30M"
    })
    void onlyWorkingTimeCounts(LocalDateTime from, LocalDateTime to, Duration worked) {
        assertThat(COMPANY.workingTimeBetween(at(from), at(to))).isEqualTo(worked);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00, PT3H,  2026-11-23T12:00",
        "2026-11-23T11:00, PT2H,  2026-11-23T14:00",
        "2026-11-20T17:00, PT1H,  2026-11-20T18:00",
        "2026-11-20T17:00, PT2H,  2026-11-23T10:00",
        "2026-11-21T15:00, PT1H,  2026-11-23T10:00",
        "2026-09-30T17:00, PT8H,  2026-10-08T17:00",
        "2026-10-09T17:00, PT2H,  2026-10-10T10:00",
        "2026-12-31T11:00, PT2H,  2027-01-01T10:00",
        "2026-11-21T15:00, PT0S,  2026-11-21T15:00"
    })
    void timeIsDueWhereTheLastOfItIsWorked(LocalDateTime from, Duration time, LocalDateTime due) {
        assertThat(COMPANY.plus(at(from), time)).isEqualTo(at(due));
    }

    @Test
    void aMakeUpSaturdayIsWorkedLikeTheFirstDayOfTheWeek() {
        assertThat(COMPANY.hoursOn(LocalDate.of(2026, 10, 10))).isEqualTo(OFFICE);
        assertThat(COMPANY.isWorkday(LocalDate.of(2026, 10, 10))).isTrue();
        assertThat(COMPANY.isWorkday(LocalDate.of(2026, 10, 17))).isFalse();
    }

    @Test
    void aMakeUpDayThatIsWorkedAnywayKeepsItsHours() {
        var saturday = List.of(Shift.of("10:00", "16:00"));
        var week = new EnumMap<DayOfWeek, List<Shift>>(mondayToFriday(OFFICE));
        week.put(DayOfWeek.SATURDAY, saturday);
        var makeUp = LocalDate.of(2026, 10, 10);
        var shop = new BusinessCalendar(SHANGHAI, week, List.of(SpecialDay.makeUp(makeUp, "国庆节")));
        assertThat(shop.hoursOn(makeUp)).isEqualTo(saturday);
    }

    @Test
    void workdaysAreCountedOverAHoliday() {
        assertThat(COMPANY.workdayFrom(LocalDate.of(2026, 10, 1))).isEqualTo("2026-10-08");
        assertThat(COMPANY.workdayFrom(LocalDate.of(2026, 10, 8))).isEqualTo("2026-10-08");
        assertThat(COMPANY.workdaysBetween(LocalDate.of(2026, 9, 28), LocalDate.of(2026, 10, 12)))
                .isEqualTo(6);
    }

    @Test
    void aNightBelongsToTheDayOnWhichItBegins() {
        var holiday = LocalDate.of(2026, 11, 25);
        var guards = new BusinessCalendar(SHANGHAI, everyDay(NIGHT), List.of(SpecialDay.holiday(holiday, "休")));
        var tuesdayEvening = at(LocalDateTime.of(2026, 11, 24, 20, 0));
        assertThat(guards.workingTimeBetween(tuesdayEvening, at(LocalDateTime.of(2026, 11, 26, 12, 0))))
                .isEqualTo(Duration.ofHours(8));
        assertThat(guards.plus(tuesdayEvening, Duration.ofHours(9)))
                .isEqualTo(at(LocalDateTime.of(2026, 11, 26, 23, 0)));
    }

    @Test
    void aNightReachesIntoTheNextYear() {
        var guards = new BusinessCalendar(SHANGHAI, everyDay(NIGHT), List.of());
        var evening = at(LocalDateTime.of(2026, 12, 31, 21, 0));
        assertThat(guards.plus(evening, Duration.ofHours(5))).isEqualTo(at(LocalDateTime.of(2027, 1, 1, 3, 0)));
        assertThat(guards.workingTimeBetween(evening, at(LocalDateTime.of(2027, 1, 1, 12, 0))))
                .isEqualTo(Duration.ofHours(8));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-07T12:00, PT7H", "2026-10-31T12:00, PT9H", "2026-11-07T12:00, PT8H"})
    void aNightInWhichClocksChangeIsAsLongAsItIs(LocalDateTime noon, Duration night) {
        var guards = new BusinessCalendar(NEW_YORK, everyDay(NIGHT), List.of());
        var from = noon.atZone(NEW_YORK).toInstant();
        assertThat(guards.workingTimeBetween(
                        from, noon.plusDays(1).atZone(NEW_YORK).toInstant()))
                .isEqualTo(night);
    }

    @Test
    void aDayAndANightRoundTheClockAreOneStretch() {
        var always = new BusinessCalendar(SHANGHAI, everyDay(List.of(Shift.of("00:00", "00:00"))), List.of());
        var now = Instant.parse("2026-11-23T01:23:45.678Z");
        assertThat(always.plus(now, Duration.ofDays(1000))).isEqualTo(now.plus(Duration.ofDays(1000)));
        assertThat(always.workday()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aWorkdayIsWhatMostDaysAre() {
        var week = new EnumMap<DayOfWeek, List<Shift>>(mondayToFriday(OFFICE));
        week.put(DayOfWeek.FRIDAY, List.of(Shift.of("09:00", "13:00")));
        var calendar = new BusinessCalendar(SHANGHAI, week, List.of());
        assertThat(calendar.workday()).isEqualTo(Duration.ofHours(8));
        assertThat(calendar.lengthOf(WorkingTime.parse("P3DT30M"))).isEqualTo(Duration.ofMinutes(24 * 60 + 30));
    }

    @Test
    void whatCannotBeWorkedIsRefused() {
        assertThatThrownBy(() -> new BusinessCalendar(SHANGHAI, Map.of(DayOfWeek.MONDAY, List.of()), List.of()))
                .hasMessageContaining("without working time");
        assertThatThrownBy(() -> new BusinessCalendar(
                        SHANGHAI, everyDay(List.of(Shift.of("22:00", "06:00"), Shift.of("23:00", "23:30"))), List.of()))
                .hasMessageContaining("over each other");
        assertThatThrownBy(() -> Shift.of("09:00:30", "12:00")).hasMessageContaining("to the minute");
        assertThatThrownBy(() -> COMPANY.plus(at(LocalDateTime.of(2026, 1, 1, 0, 0)), Duration.ofDays(1_000_000)))
                .hasMessageContaining("200 years");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P3D", "PT8H", "P1DT4H30M", "P0D"})
    void aWorkingTimeIsWrittenAsItIsRead(String text) {
        assertThat(WorkingTime.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PT", "P1W", "P1M", "P-1D", "PT-1H", "3", "P1DT", "1D"})
    void whatIsNoWorkingTimeIsRefused(String text) {
        assertThatThrownBy(() -> WorkingTime.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(SHANGHAI).toInstant();
    }

    private static Map<DayOfWeek, List<Shift>> mondayToFriday(List<Shift> shifts) {
        var week = new EnumMap<>(everyDay(shifts));
        week.remove(DayOfWeek.SATURDAY);
        week.remove(DayOfWeek.SUNDAY);
        return week;
    }

    private static Map<DayOfWeek, List<Shift>> everyDay(List<Shift> shifts) {
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, shifts);
        }
        return week;
    }
}

package zhangfa.mining.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import zhangfa.mining.log.Moments;
import zhangfa.mining.time.WorkCalendar.Hours;

/** Business calendars count what is worked, holidays and the days that make up for them included. */
class WorkCalendarTests {

    private static final long HOUR = 3_600_000_000L;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<Hours> OFFICE = List.of(hours(9, 12), hours(13, 18));

    private static Hours hours(int from, int to) {
        return new Hours(LocalTime.of(from, 0), LocalTime.of(to % 24, 0));
    }

    private static long at(String moment) {
        return Moments.of(moment + "+08:00");
    }

    private static WorkCalendar office(Map<LocalDate, List<Hours>> days) {
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (var day = DayOfWeek.MONDAY; day != DayOfWeek.SATURDAY; day = day.plus(1)) {
            week.put(day, OFFICE);
        }
        return new WorkCalendar(SHANGHAI, week, days);
    }

    @Test
    void holidaysAreNotWorkedAndTheDaysThatMakeUpForThemAre() {
        var calendar = office(Map.of(
                LocalDate.of(2024, 10, 1), List.of(),
                LocalDate.of(2024, 10, 2), List.of(hours(9, 12)),
                LocalDate.of(2024, 9, 29), OFFICE));

        assertThat(calendar.between(at("2024-09-28T00:00"), at("2024-09-30T00:00")))
                .isEqualTo(8 * HOUR);
        assertThat(calendar.between(at("2024-09-30T17:00"), at("2024-10-03T10:00")))
                .isEqualTo((1 + 3 + 1) * HOUR);
    }

    @Test
    void aNightBelongsToTheDayOnWhichItBegins() {
        var night = new WorkCalendar(SHANGHAI, Map.of(DayOfWeek.SUNDAY, List.of(hours(22, 6))), Map.of());

        // 31 December 2023 is a Sunday.
        assertThat(night.between(at("2024-01-01T05:00"), at("2024-01-07T00:00")))
                .isEqualTo(HOUR);
        assertThat(night.between(at("2023-12-31T00:00"), at("2024-01-01T00:00")))
                .isEqualTo(2 * HOUR);
    }

    @Test
    void workingTimeIsTimeThatPassesAlsoWhereTheClocksChange() {
        var berlin =
                new WorkCalendar(ZoneId.of("Europe/Berlin"), Map.of(DayOfWeek.SUNDAY, List.of(hours(0, 24))), Map.of());

        assertThat(berlin.between(Moments.of("2024-03-30T00:00Z"), Moments.of("2024-04-01T12:00Z")))
                .isEqualTo(23 * HOUR);
    }

    /** Without days of its own a calendar is the weekly shifts that are written another way. */
    @Property(tries = 200)
    void answersAsTheSameShiftsEveryWeek(
            @ForAll @LongRange(min = 0, max = 800 * 24 * 4) long quarter, @ForAll @LongRange(max = 2000) long length) {
        var hours = office(Map.of());
        var shifts = Shifts.weekly(
                SHANGHAI,
                List.of(DayOfWeek.values()).subList(0, 5).stream()
                        .flatMap(day -> OFFICE.stream().map(one -> new Shifts.Hours(day, one.from(), one.to())))
                        .toList());
        var from = at("2023-12-01T00:00") + quarter * HOUR / 4;
        var to = from + length * HOUR / 3;

        assertThat(hours.between(from, to)).isEqualTo(shifts.between(from, to));
    }
}

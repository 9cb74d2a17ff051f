package zhangfa.rulebook.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhangfa.calendar.BusinessCalendar;
import zhangfa.calendar.Shift;
import zhangfa.calendar.SpecialDay;

/** Workdays of a period, as the calendar of February 2026 in China has them: nine days of New Year, two Saturdays made up. */
class PeriodTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final BusinessCalendar calendar = new BusinessCalendar(
            SHANGHAI,
            Stream.of(DayOfWeek.values())
                    .limit(5)
                    .collect(Collectors.toMap(
                            Function.identity(),
                            day -> List.of(Shift.of("09:00", "12:00"), Shift.of("13:30", "18:00")))),
            Stream.concat(
                            LocalDate.of(2026, 2, 15)
                                    .datesUntil(LocalDate.of(2026, 2, 24))
                                    .map(day -> special(day, SpecialDay.Kind.HOLIDAY)),
                            Stream.of(LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 28))
                                    .map(day -> special(day, SpecialDay.Kind.MAKE_UP)))
                    .toList());

    @ParameterizedTest
    @CsvSource({
        "WEEK,  2026-02-11, 2026-W07,  1, 2026-02-09",
        "WEEK,  2026-02-11, 2026-W07, -1, 2026-02-14",
        "WEEK,  2026-02-24, 2026-W09,  1, 2026-02-24",
        "MONTH, 2026-02-11, 2026-02,  -1, 2026-02-28",
        "MONTH, 2026-02-11, 2026-02,   3, 2026-02-04",
        "MONTH, 2026-02-11, 2026-02,  60, 2026-02-28",
        "QUARTER, 2026-02-11, 2026-Q1, 1, 2026-01-01",
        "YEAR,  2025-12-31, 2025,     -1, 2025-12-31",
        "WEEK,  2025-12-31, 2026-W01, -1, 2026-01-02"
    })
    void theNthWorkdayIsFoundByTheCalendar(Rhythm rhythm, LocalDate day, String key, int workday, LocalDate expected) {
        var period = rhythm.around(day);
        assertThat(period.key()).isEqualTo(key);
        assertThat(period.due(workday, calendar))
                .contains(expected.atTime(18, 0).atZone(SHANGHAI).toInstant());
    }

    @Test
    void aWeekInWhichNobodyWorksHasNothingDue() {
        assertThat(Rhythm.WEEK.around(LocalDate.of(2026, 2, 18)).due(1, calendar))
                .isEqualTo(Optional.empty());
    }

    @Test
    void periodsFollowEachOtherWithoutAGap() {
        for (var rhythm : Rhythm.values()) {
            var period = rhythm.around(LocalDate.of(2026, 2, 11));
            assertThat(rhythm.after(period).from()).isEqualTo(period.until());
        }
    }

    private static SpecialDay special(LocalDate day, SpecialDay.Kind kind) {
        return new SpecialDay(day, kind, "", List.of());
    }
}

package zhangfa.calendar.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhangfa.api.Refusal;
import zhangfa.calendar.SpecialDay;

/** Files as calendars on the web offer them, and files that are none. */
class HolidayFileTests {

    @Test
    void wholeDaysAreHolidays() {
        var file = read("""
                DTSTART;VALUE=DATE:20261225
                DTEND;VALUE=DATE:20261227
                SUMMARY:Weihnachten
                """);
        assertThat(file.days())
                .containsExactly(
                        SpecialDay.holiday(LocalDate.of(2026, 12, 25), "Weihnachten"),
                        SpecialDay.holiday(LocalDate.of(2026, 12, 26), "Weihnachten"));
    }

    @Test
    void aHolidayOfEveryYearIsThereInEachYear() {
        var file = read("""
                DTSTART;VALUE=DATE:20101003
                RRULE:FREQ=YEARLY
                SUMMARY:Tag der Deutschen Einheit
                """);
        assertThat(file.days())
                .extracting(SpecialDay::date)
                .containsExactly(LocalDate.of(2026, 10, 3), LocalDate.of(2027, 10, 3));
    }

    @Test
    void aHolidayOverNewYearsEveReachesIntoTheFirstYear() {
        var file = read("""
                DTSTART;VALUE=DATE:20251231
                DTEND;VALUE=DATE:20260102
                SUMMARY:元旦
                """);
        assertThat(file.days()).containsExactly(SpecialDay.holiday(LocalDate.of(2026, 1, 1), "元旦"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"国庆节（班）", "春节 补班", "補行上班"})
    void aDayMarkedAsWorkedIsAMakeUpDay(String summary) {
        var file = read("DTSTART;VALUE=DATE:20261010\nSUMMARY:%s\n".formatted(summary));
        assertThat(file.days()).containsExactly(SpecialDay.makeUp(LocalDate.of(2026, 10, 10), summary));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART:20261010T090000Z\nDTEND:20261010T100000Z\nSUMMARY:Meeting\n",
                "DTSTART;VALUE=DATE:20261010\nRRULE:FREQ=WEEKLY\nSUMMARY:Friday\n",
                "DTSTART;VALUE=DATE:20261010\nRRULE:FREQ=YEARLY;BYSECOND=1,2,3\nSUMMARY:Trap\n"
            })
    void whatIsNoHolidayIsLeftOutAndCounted(String event) {
        var file = read(event);
        assertThat(file.days()).isEmpty();
        assertThat(file.leftOut()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%PDF-1.4", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "BEGIN:VCARD\nEND:VCARD\n"})
    void whatIsNoCalendarIsRefusedAtTheFile(String content) {
        assertThatThrownBy(() -> HolidayFile.read(content.getBytes(StandardCharsets.UTF_8), 2026, 2027))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(Refusal.Fault::pointer)
                                .containsExactly("/file"));
    }

    @Test
    void chinaKnowsItsMakeUpDays() {
        assertThat(ChinaHolidays.of(2026))
                .contains(
                        SpecialDay.holiday(LocalDate.of(2026, 10, 1), "国庆节"),
                        SpecialDay.makeUp(LocalDate.of(2026, 10, 10), "国庆节"));
        assertThat(ChinaHolidays.of(2099)).isEmpty();
    }

    private static HolidayFile read(String event) {
        var content =
                "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20260101T000000Z\n"
                        + event + "END:VEVENT\nEND:VCALENDAR\n";
        return HolidayFile.read(content.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), 2026, 2027);
    }
}

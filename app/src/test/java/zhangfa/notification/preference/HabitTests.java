package zhangfa.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quiet hours are the company's, may span midnight, and end where they say. */
class HabitTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "21:59, 22:00, 07:00, 2026-11-22T21:59",
        "22:00, 22:00, 07:00, 2026-11-23T07:00",
        "23:30, 22:00, 07:00, 2026-11-23T07:00",
        "06:59, 22:00, 07:00, 2026-11-22T07:00",
        "07:00, 22:00, 07:00, 2026-11-22T07:00",
        "12:15, 12:00, 13:30, 2026-11-22T13:30",
        "13:30, 12:00, 13:30, 2026-11-22T13:30"
    })
    void whatComesInQuietHoursWaitsUntilTheyEnd(LocalTime now, LocalTime from, LocalTime to, String sent) {
        var habit = new Habit(Locale.ENGLISH, from, to, false);
        assertThat(habit.after(at("2026-11-22T" + now), SHANGHAI)).isEqualTo(at(sent));
    }

    @Test
    void withoutQuietHoursNothingWaits() {
        var now = at("2026-11-22T03:00");
        assertThat(Habit.USUAL.after(now, SHANGHAI)).isEqualTo(now);
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}

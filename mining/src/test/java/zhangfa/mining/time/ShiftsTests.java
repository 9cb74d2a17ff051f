package zhangfa.mining.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import zhangfa.mining.log.Moments;
import zhangfa.mining.time.WorkingTime.Interval;

class ShiftsTests {

    private static final long HOUR = 3_600_000_000L;

    private static Shifts.Hours hours(DayOfWeek day, int from, int to) {
        return new Shifts.Hours(day, LocalTime.of(from, 0), to == 24 ? LocalTime.MIDNIGHT : LocalTime.of(to, 0));
    }

    private static final Shifts OFFICE = Shifts.weekly(
            ZoneId.of("Asia/Shanghai"),
            List.of(
                    hours(DayOfWeek.FRIDAY, 9, 12),
                    hours(DayOfWeek.FRIDAY, 13, 17),
                    hours(DayOfWeek.SUNDAY, 20, 24),
                    hours(DayOfWeek.MONDAY, 0, 2)));

    private static long at(String moment) {
        return Moments.of(moment + "+08:00");
    }

    @Test
    void workRestsBetweenTheShiftsAndGoesOnInTheNext() {
        // 5 January 2024 is a Friday.
        assertThat(OFFICE.after(at("2024-01-05T11:00"), HOUR)).isEqualTo(at("2024-01-05T12:00"));
        assertThat(OFFICE.after(at("2024-01-05T11:00"), 2 * HOUR)).isEqualTo(at("2024-01-05T14:00"));
        assertThat(OFFICE.after(at("2024-01-05T18:00"), 5 * HOUR)).isEqualTo(at("2024-01-08T01:00"));
        assertThat(OFFICE.after(at("2024-01-07T20:00"), 4 * HOUR)).isEqualTo(at("2024-01-08T00:00"));
        assertThat(OFFICE.after(at("2024-01-06T00:00"), 0)).isEqualTo(at("2024-01-06T00:00"));
    }

    @Test
    void theNextShiftMayBeInTheNextWeek() {
        assertThat(OFFICE.next(at("2024-01-05T10:30"))).isEqualTo(at("2024-01-05T10:30"));
        assertThat(OFFICE.next(at("2024-01-05T12:00"))).isEqualTo(at("2024-01-05T13:00"));
        assertThat(OFFICE.next(at("2024-01-08T02:00"))).isEqualTo(at("2024-01-12T09:00"));
        assertThat(OFFICE.between(at("2024-01-01T00:00"), at("2024-01-15T00:00")))
                .isEqualTo(2 * 13 * HOUR);
    }

    @Test
    void hoursAreThoseOfTheZoneBeforeAndAfterItsClocksChange() {
        var berlin = Shifts.weekly(ZoneId.of("Europe/Berlin"), List.of(hours(DayOfWeek.MONDAY, 9, 10)));

        assertThat(berlin.next(Moments.of("2024-03-30T00:00Z"))).isEqualTo(Moments.of("2024-04-01T07:00Z"));
        assertThat(berlin.after(Moments.of("2024-03-25T08:30Z"), HOUR)).isEqualTo(Moments.of("2024-04-01T07:30Z"));
    }

    @Test
    void whereNobodyWorksTheMomentNeverComes() {
        for (var never : List.of(Shifts.weekly(ZoneId.of("UTC"), List.of()), Shifts.of(List.of()))) {
            assertThat(never.next(0)).isEqualTo(Shifts.NEVER);
            assertThat(never.after(0, 1)).isEqualTo(Shifts.NEVER);
            assertThat(never.between(0, HOUR)).isZero();
        }
        assertThatThrownBy(() -> hours(DayOfWeek.MONDAY, 10, 9)).hasMessageContaining("before they begin");
    }

    /** The same shifts listed one by one answer alike, and all three answers agree with each other. */
    @Property(tries = 300)
    void weeklyAndListedShiftsAnswerAlike(
            @ForAll @LongRange(min = 0, max = 30 * 24) long hour, @ForAll @LongRange(min = 1, max = 60) long quarters) {
        var first = at("2024-01-01T00:00");
        var listed = new ArrayList<Interval>();
        for (var week = -1; week < 40; week++) {
            var monday = first + week * 7 * 24 * HOUR;
            listed.add(new Interval(monday, monday + 2 * HOUR));
            listed.add(new Interval(monday + (4 * 24 + 9) * HOUR, monday + (4 * 24 + 12) * HOUR));
            listed.add(new Interval(monday + (4 * 24 + 13) * HOUR, monday + (4 * 24 + 17) * HOUR));
            listed.add(new Interval(monday + (6 * 24 + 20) * HOUR, monday + 7 * 24 * HOUR));
        }
        var other = Shifts.of(listed);
        var moment = first + hour * HOUR + HOUR / 3;
        var work = quarters * HOUR / 4;
        var end = OFFICE.after(moment, work);

        assertThat(other.after(moment, work)).isEqualTo(end);
        assertThat(other.next(moment)).isEqualTo(OFFICE.next(moment));
        assertThat(OFFICE.between(moment, end)).isEqualTo(work).isEqualTo(other.between(moment, end));
        assertThat(OFFICE.between(moment, end - 1)).isEqualTo(work - 1);
    }
}

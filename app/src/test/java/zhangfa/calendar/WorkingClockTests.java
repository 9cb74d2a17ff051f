package zhangfa.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.calendar.WorkingClock.Move;
import zhangfa.calendar.WorkingClock.State;

/** The life of one clock in a week that everybody knows; thousands of others are in {@link RandomHistoryTests}. */
class WorkingClockTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final BusinessCalendar OFFICE = office();
    /** The same with Wednesday free. */
    private static final BusinessCalendar REST = office(SpecialDay.holiday(LocalDate.of(2026, 11, 25), "校庆"));

    /** Two workdays from Monday at ten, with a warning half a day before. */
    private final ClockEntry start = WorkingClock.start(at("2026-11-23T10:00"), limit(16, 4), OFFICE);

    private final WorkingClock clock = WorkingClock.of(List.of(start));

    @Test
    void twoWorkdaysFromMondayAtTenEndOnWednesdayAtTen() {
        assertThat(clock.due()).isEqualTo(at("2026-11-25T10:00"));
        assertThat(clock.warn()).isEqualTo(at("2026-11-24T15:00"));
        assertThat(clock.overdueAt(at("2026-11-25T10:00"))).isFalse();
        assertThat(clock.overdueAt(at("2026-11-25T10:01"))).isTrue();
        assertThat(clock.overrunAt(at("2026-11-26T12:00"), OFFICE)).isEqualTo(Duration.ofHours(10));
        assertThat(clock.leftAt(at("2026-11-24T09:00"), OFFICE)).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void aPauseKeepsWhatWasCountedAndSaysWhy() {
        var paused = then(clock.pause(at("2026-11-23T15:00"), "等客户补材料", OFFICE));
        assertThat(paused.state()).isEqualTo(State.PAUSED);
        assertThat(paused.reason()).isEqualTo("等客户补材料");
        assertThat(paused.due()).isNull();
        assertThat(paused.leftAt(at("2026-12-01T15:00"), OFFICE)).isEqualTo(Duration.ofHours(12));

        var resume = paused.resume(at("2026-11-26T17:00"), OFFICE);
        assertThat(resume.counted()).isZero();
        assertThat(resume.due()).isEqualTo(at("2026-11-30T12:00"));
    }

    @Test
    void aCalendarThatChangesMovesOnlyWhatIsLeft() {
        var change = clock.changeCalendar(at("2026-11-24T18:00"), "校庆放假", OFFICE, REST);
        assertThat(change.counted()).isEqualTo(Duration.ofHours(15));
        assertThat(clock.moved(change)).isEqualTo(new Move(at("2026-11-25T10:00"), at("2026-11-26T10:00")));
        assertThat(change.warn()).as("it was warned already").isEqualTo(at("2026-11-24T15:00"));
    }

    @Test
    void aLongerLimitLiftsTheBreachAndAShorterOneIsReachedNow() {
        var longer = clock.changeLimit(at("2026-11-25T12:00"), limit(24, 0), "延期", OFFICE);
        assertThat(longer.due()).isEqualTo(at("2026-11-26T10:00"));
        var shorter = clock.changeLimit(at("2026-11-24T10:00"), limit(4, 0), "新制度", OFFICE);
        assertThat(shorter.due()).isEqualTo(at("2026-11-24T10:00"));
    }

    @Test
    void whatWasLateStaysLateWhenItIsPausedOrStopped() {
        var late = at("2026-11-25T14:00");
        assertThat(clock.pause(late, "停电", OFFICE).due()).isEqualTo(at("2026-11-25T10:00"));
        var stopped = then(clock.stop(late, null, OFFICE));
        assertThat(stopped.overdueAt(at("2027-01-01T00:00"))).isTrue();
        assertThat(stopped.overrunAt(at("2027-01-01T00:00"), OFFICE)).isEqualTo(Duration.ofHours(3));
        var inTime = then(clock.stop(at("2026-11-24T14:00"), null, OFFICE));
        assertThat(inTime.overdueAt(at("2027-01-01T00:00"))).isFalse();
    }

    @Test
    void aNodeWhoseTimeIsBehindDoesNotCountBackwards() {
        var pause = clock.pause(at("2026-11-23T09:59"), "等", OFFICE);
        assertThat(pause.at()).isEqualTo(at("2026-11-23T10:00"));
        assertThat(pause.counted()).isZero();
    }

    @Test
    void whatAClockCannotDoIsRefused() {
        var now = at("2026-11-24T09:00");
        var paused = then(clock.pause(now, "等", OFFICE));
        var stopped = then(clock.stop(now, null, OFFICE));
        assertThatThrownBy(() -> clock.resume(now, OFFICE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> paused.pause(now, "等", OFFICE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stopped.stop(now, null, OFFICE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> WorkingClock.of(List.of(start, start))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> limit(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limit(1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLedgerComesBackFromJsonAsItWas() {
        var json = JsonMapper.builder().build();
        var ledger = List.of(start, clock.pause(at("2026-11-23T15:00"), "等", OFFICE));
        var read = json.readValue(json.writeValueAsString(ledger), ClockEntry[].class);
        assertThat(Arrays.asList(read)).isEqualTo(ledger);
    }

    private static Limit limit(int hours, int warnBefore) {
        return Limit.of(
                WorkingTime.parse("PT%dH".formatted(hours)), WorkingTime.hours(Duration.ofHours(warnBefore)), OFFICE);
    }

    private WorkingClock then(ClockEntry next) {
        return WorkingClock.of(List.of(start, next));
    }

    private static BusinessCalendar office(SpecialDay... special) {
        var hours = List.of(Shift.of("09:00", "12:00"), Shift.of("13:00", "18:00"));
        var week = Arrays.stream(DayOfWeek.values())
                .filter(day -> day.getValue() <= 5)
                .collect(Collectors.toMap(Function.identity(), day -> hours));
        return new BusinessCalendar(SHANGHAI, week, List.of(special));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}

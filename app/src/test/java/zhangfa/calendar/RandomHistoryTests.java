package zhangfa.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import zhangfa.calendar.WorkingClock.State;

/** Ten thousand clocks in calendars made up at random agree with counting every minute. */
class RandomHistoryTests {

    private static final int WEEKS = 400;
    private static final int HISTORIES_OF_A_WEEK = 25;
    private static final int DAYS = 120;
    private static final List<String> ZONES = List.of(
            "Asia/Shanghai", "America/New_York", "Europe/London", "Australia/Lord_Howe", "Pacific/Auckland", "UTC");

    /** Two calendars, the second of which takes the first one's place, both counted by the product and by hand. */
    private record World(List<BusinessCalendar> calendars, List<MinuteCounter> counters, LocalDate first) {

        static World of(RandomGenerator random) {
            // Both changes of the clocks of a year lie in some of the windows.
            var first = LocalDate.of(2026, random.nextInt(1, 13), random.nextInt(1, 28));
            var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            var weeks = IntStream.range(0, 2)
                    .mapToObj(each -> RandomWeek.of(zone, first, DAYS, random))
                    .toList();
            return new World(
                    weeks.stream().map(RandomWeek::calendar).toList(),
                    weeks.stream()
                            .map(week -> MinuteCounter.of(week, first, DAYS))
                            .toList(),
                    first);
        }
    }

    /** One life of a clock, followed by hand minute by minute. */
    private static final class History {

        private final World world;
        private final RandomGenerator random;
        private final List<ClockEntry> entries = new ArrayList<>();
        private int calendar;
        private long minute;
        private long counted;
        private @Nullable Long reached;

        History(World world, RandomGenerator random) {
            this.world = world;
            this.random = random;
            minute = world.first().plusDays(1).toEpochDay() * 24 * 60 + random.nextInt(3 * 24 * 60);
            var limit = Duration.ofMinutes(random.nextInt(1, 4000));
            var warnBefore = Duration.ofMinutes(random.nextInt((int) limit.toMinutes()));
            entries.add(WorkingClock.start(now(), new Limit(limit, warnBefore), now(calendar)));
        }

        void live() {
            for (var steps = random.nextInt(1, 12); steps > 0 && clock().state() != State.STOPPED; steps--) {
                pass(random.nextInt(4) == 0 ? random.nextInt(6 * 24 * 60) : random.nextInt(700));
                agree();
                act();
                agree();
            }
            seeDue();
        }

        private void pass(int minutes) {
            var clock = clock();
            var byHand = world.counters().get(calendar);
            for (var end = minute + minutes; minute < end; minute++) {
                if (clock.state() == State.RUNNING && byHand.isWorked(minute)) {
                    counted++;
                    if (reached == null && counted >= clock.limit().time().toMinutes()) {
                        reached = minute + 1;
                    }
                }
            }
        }

        private void act() {
            var clock = clock();
            var paused = clock.state() == State.PAUSED;
            switch (random.nextInt(6)) {
                case 0, 1 ->
                    entries.add(paused ? clock.resume(now(), now(calendar)) : clock.pause(now(), "等", now(calendar)));
                case 2 -> {
                    var limit = Duration.ofMinutes(random.nextInt(1, 4000));
                    entries.add(clock.changeLimit(now(), new Limit(limit, Duration.ZERO), "新制度", now(calendar)));
                    reached = counted < limit.toMinutes() ? null : reached == null ? (Long) minute : reached;
                }
                case 3 -> {
                    entries.add(clock.changeCalendar(now(), "新日历", now(calendar), now(1 - calendar)));
                    calendar = 1 - calendar;
                }
                case 4 -> entries.add(clock.stop(now(), null, now(calendar)));
                default -> {}
            }
        }

        private void agree() {
            var clock = clock();
            assertThat(clock.countedAt(now(), now(calendar))).isEqualTo(Duration.ofMinutes(counted));
            assertThat(clock.leftAt(now(), now(calendar)))
                    .isEqualTo(clock.limit().time().minusMinutes(counted));
            assertThat(clock.overrunAt(now(), now(calendar)))
                    .isEqualTo(Duration.ofMinutes(
                            Math.max(0, counted - clock.limit().time().toMinutes())));
            assertThat(clock.overdueAt(now())).isEqualTo(reached != null && minute > reached);
        }

        /** Lets time pass until the limit is reached where it still can be, and compares the minute. */
        private void seeDue() {
            var clock = clock();
            while (clock.state() == State.RUNNING && reached == null && minute < end()) {
                pass(24 * 60);
            }
            if (reached != null) {
                assertThat(clock.due()).isEqualTo(Instant.ofEpochSecond(reached * 60));
            } else if (clock.state() != State.RUNNING) {
                assertThat(clock.due()).isNull();
            } else {
                assertThat(clock.due()).isAfter(now());
            }
            seeWarning(clock);
        }

        private void seeWarning(WorkingClock clock) {
            var warn = clock.warn();
            if (warn != null && clock.due() != null) {
                assertThat(warn).isBeforeOrEqualTo(clock.due());
            }
            if (clock.state() == State.RUNNING && warn != null && warn.isAfter(clock.since())) {
                assertThat(clock.leftAt(warn, now(calendar)))
                        .isEqualTo(clock.limit().warnBefore());
            }
        }

        private long end() {
            return world.first().plusDays(DAYS - 2).toEpochDay() * 24 * 60;
        }

        private WorkingClock clock() {
            return WorkingClock.of(entries);
        }

        private Instant now() {
            return Instant.ofEpochSecond(minute * 60);
        }

        private BusinessCalendar now(int which) {
            return world.calendars().get(which);
        }
    }

    @Test
    void everyClockAgreesWithCountingMinutes() {
        for (var seed = 0; seed < WEEKS; seed++) {
            var random = new Random(seed);
            var world = World.of(random);
            for (var each = 0; each < HISTORIES_OF_A_WEEK; each++) {
                var history = new History(world, random);
                try {
                    history.live();
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("Seed %d, history %d: %s".formatted(seed, each, history.entries), e);
                }
            }
        }
    }
}

package zhangfa.mining.simulation;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.IntStream;
import zhangfa.mining.log.Moments;
import zhangfa.mining.time.Shifts;

/** In which hours of the week something was seen, and how often. */
final class HoursOfWeek {

    private static final int DAY = 24;
    private static final double RARE = 0.1;

    private final ZoneId zone;
    private final long[] seen = new long[7 * DAY];
    private long all;

    HoursOfWeek(ZoneId zone) {
        this.zone = zone;
    }

    void see(long moment) {
        var time = Moments.instant(moment).atZone(zone);
        seen[(time.getDayOfWeek().getValue() - 1) * DAY + time.getHour()]++;
        all++;
    }

    /** How often anything was seen. */
    long all() {
        return all;
    }

    /** The hours in which it was seen at least a tenth as often as in the busiest. */
    Shifts shifts() {
        var busiest = Arrays.stream(seen).max().orElse(0);
        return Shifts.weekly(
                zone,
                IntStream.range(0, seen.length)
                        .filter(hour -> seen[hour] > 0 && seen[hour] >= RARE * busiest)
                        .mapToObj(HoursOfWeek::hours)
                        .toList());
    }

    private static Shifts.Hours hours(int hour) {
        var from = LocalTime.of(hour % DAY, 0);
        return new Shifts.Hours(DayOfWeek.of(hour / DAY + 1), from, from.plusHours(1));
    }
}

package zhangfa.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** What anybody would count on the fingers: each minute of a window is worked or not. It shares no code with the product. */
final class MinuteCounter {

    private final LocalDate first;
    private final BitSet worked = new BitSet();

    private MinuteCounter(LocalDate first) {
        this.first = first;
    }

    static MinuteCounter of(RandomWeek week, LocalDate first, int days) {
        var counter = new MinuteCounter(first);
        for (var day = first.minusDays(2); day.isBefore(first.plusDays(days)); day = day.plusDays(1)) {
            for (var shift : hours(week, day)) {
                var end = day.atTime(shift.to());
                if (!shift.to().isAfter(shift.from())) {
                    end = end.plusDays(1);
                }
                counter.mark(minute(day.atTime(shift.from()), week.zone()), minute(end, week.zone()));
            }
        }
        return counter;
    }

    boolean isWorked(long minute) {
        return worked.get((int) (minute - origin()));
    }

    private void mark(long from, long to) {
        for (var minute = from; minute < to; minute++) {
            if (minute >= origin()) {
                worked.set((int) (minute - origin()));
            }
        }
    }

    private long origin() {
        return first.toEpochDay() * 24 * 60;
    }

    private static List<Shift> hours(RandomWeek week, LocalDate day) {
        var usual = week.hours().getOrDefault(day.getDayOfWeek(), List.of());
        if (week.holidays().contains(day)) {
            return List.of();
        }
        if (week.halfDays().containsKey(day)) {
            return week.halfDays().getOrDefault(day, List.of());
        }
        if (!week.makeUps().contains(day) || !usual.isEmpty()) {
            return usual;
        }
        return week.hours().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .filter(shifts -> !shifts.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** RFC 5545: the first of two occurrences; a skipped time has the offset before the gap. */
    private static long minute(LocalDateTime local, ZoneId zone) {
        var offsets = zone.getRules().getValidOffsets(local);
        var offset = offsets.isEmpty() ? zone.getRules().getTransition(local).getOffsetBefore() : offsets.getFirst();
        return minute(local.toInstant(offset));
    }

    static long minute(Instant at) {
        return at.getEpochSecond() / 60;
    }
}

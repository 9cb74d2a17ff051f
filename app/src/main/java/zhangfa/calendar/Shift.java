package zhangfa.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One stretch of work within a day, in local time to the minute. It ends on the next day where {@code to} is not after
 * {@code from}: 22:00 to 06:00 is a night, 00:00 to 00:00 a whole day. It belongs to the day on which it begins.
 */
public record Shift(LocalTime from, LocalTime to) {

    private static final Duration DAY = Duration.ofDays(1);

    public Shift {
        if (isFiner(from) || isFiner(to)) {
            throw new IllegalArgumentException("A shift is written to the minute: " + from + " to " + to);
        }
    }

    public static Shift of(String from, String to) {
        return new Shift(LocalTime.parse(from), LocalTime.parse(to));
    }

    public boolean endsNextDay() {
        return !to.isAfter(from);
    }

    /** As the wall clock shows it, on a day without a change of the offset. */
    public Duration length() {
        var length = Duration.between(from, to);
        return endsNextDay() ? length.plus(DAY) : length;
    }

    /** Whether two of these stretches of one day lie over each other. */
    public static boolean overlap(List<Shift> shifts) {
        var inOrder = shifts.stream().sorted(Comparator.comparing(Shift::from)).toList();
        return IntStream.range(1, inOrder.size())
                .anyMatch(
                        next -> inOrder.get(next - 1).reaches(inOrder.get(next).from()));
    }

    private boolean reaches(LocalTime later) {
        return Duration.between(from, later).compareTo(length()) < 0;
    }

    LocalDateTime beginsOn(LocalDate day) {
        return day.atTime(from);
    }

    LocalDateTime endsOn(LocalDate day) {
        return (endsNextDay() ? day.plusDays(1) : day).atTime(to);
    }

    private static boolean isFiner(LocalTime time) {
        return !time.truncatedTo(ChronoUnit.MINUTES).equals(time);
    }
}

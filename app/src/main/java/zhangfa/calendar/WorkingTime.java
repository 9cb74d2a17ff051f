package zhangfa.calendar;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A length of working time as people and rulebooks say it: so many workdays and hours of work. How long that is, a calendar
 * says ({@link BusinessCalendar#lengthOf}).
 *
 * @param days workdays, not below 0
 * @param hours working time beside them, not below 0
 */
public record WorkingTime(int days, Duration hours) {

    private static final Pattern FORM = Pattern.compile(
            "P(?=.)(?:(?<days>\\d{1,5})D)?(?<hours>T(?:\\d{1,6}H)?(?:\\d{1,6}M)?(?:\\d{1,6}S)?(?<!T))?");

    public WorkingTime {
        if (days < 0 || hours.isNegative()) {
            throw new IllegalArgumentException("Working time is not below zero: " + days + " days, " + hours);
        }
    }

    public static WorkingTime days(int days) {
        return new WorkingTime(days, Duration.ZERO);
    }

    public static WorkingTime hours(Duration hours) {
        return new WorkingTime(0, hours);
    }

    /**
     * Reads the form of ISO 8601 with {@code D} for workdays: {@code P3D}, {@code PT8H}, {@code P1DT4H30M}.
     *
     * @throws IllegalArgumentException for anything else: weeks, months and years have no fixed number of workdays
     */
    public static WorkingTime parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a working time such as P3D or PT8H: " + text);
        }
        var days = parts.group("days");
        var hours = parts.group("hours");
        return new WorkingTime(
                days == null ? 0 : Integer.parseInt(days), hours == null ? Duration.ZERO : Duration.parse("P" + hours));
    }

    @Override
    public String toString() {
        var time = hours.isZero() ? "" : hours.toString().substring(1);
        return days == 0 && !time.isEmpty() ? "P" + time : "P" + days + "D" + time;
    }
}

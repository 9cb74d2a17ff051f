package zhangfa.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A day on which the hours of the week do not hold.
 *
 * @param name why, such as 国庆节, in the words of whoever entered it
 * @param shifts the hours of a day of its own hours; empty for the other kinds
 */
public record SpecialDay(LocalDate date, Kind kind, String name, List<Shift> shifts) {

    /** What makes the day special. */
    public enum Kind {
        /** Nobody works. */
        HOLIDAY,
        /** 调休上班日: a day off that is worked to make up for a holiday. */
        MAKE_UP,
        /** Hours of its own, such as a half day. */
        HOURS
    }

    public SpecialDay {
        shifts = List.copyOf(shifts);
        if (shifts.isEmpty() == (kind == Kind.HOURS)) {
            throw new IllegalArgumentException("Only a day of its own hours has hours: " + date);
        }
    }

    public static SpecialDay holiday(LocalDate date, String name) {
        return new SpecialDay(date, Kind.HOLIDAY, name, List.of());
    }

    public static SpecialDay makeUp(LocalDate date, String name) {
        return new SpecialDay(date, Kind.MAKE_UP, name, List.of());
    }

    public static SpecialDay hours(LocalDate date, String name, List<Shift> shifts) {
        return new SpecialDay(date, Kind.HOURS, name, shifts);
    }
}

package zhangfa.calendar;

import java.util.List;

/**
 * A module that owns clocks, asked before and while a calendar changes. Implemented above; there may be several, or none.
 */
public interface RunningClocks {

    /** Which clocks this change would move, soonest first; nothing is changed. */
    List<MovingClock> moving(CalendarShift shift);

    /**
     * Gives every running and paused clock on these calendars its {@link ClockEntry.Kind#CALENDAR_CHANGED} entry. Called in
     * the transaction of the change.
     */
    void move(CalendarShift shift);
}

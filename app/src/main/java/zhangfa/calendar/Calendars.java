package zhangfa.calendar;

import java.util.UUID;

/**
 * The door to the company's calendars. Answers come from memory and are cheap; a change shows after its commit, on other nodes
 * within a second.
 */
public interface Calendars {

    /** The calendar of this unit: its own, else the nearest one up the line of units, else the company's. */
    BusinessCalendar forUnit(UUID unit);

    /** The calendar of everybody for whom nothing else is laid down. */
    BusinessCalendar company();
}

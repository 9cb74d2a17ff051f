package zhangfa.calendar.year;

import zhangfa.ui.Faults;

/**
 * The page on which a calendar is changed, with what was typed.
 *
 * @param year whose public holidays are offered
 */
public record EditPage(CalendarRow calendar, WeekForm week, DaysForm days, int year, Faults faults) {}

package zhangfa.calendar.almanac;

import java.util.List;
import zhangfa.calendar.MovingClock;
import zhangfa.calendar.sheet.Day;
import zhangfa.calendar.sheet.Sheet;

/**
 * What a change of a calendar would do.
 *
 * @param becomes the calendar after it
 * @param added special days that are new or said otherwise than before
 * @param removed special days that are no longer said so
 * @param clocks the clocks whose due times it moves
 */
public record Rehearsal(Sheet becomes, List<Day> added, List<Day> removed, List<MovingClock> clocks) {}

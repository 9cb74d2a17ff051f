/** Calendars as people see and edit them: pages and API, the year at a glance, rehearsals of changes. */
@NullMarked
package zhangfa.calendar.year;

import org.jspecify.annotations.NullMarked;

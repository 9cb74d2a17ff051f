/** A calendar as people write it: hours by weekday and special days, read with a fault for each wrong field. */
@NullMarked
package zhangfa.calendar.sheet;

import org.jspecify.annotations.NullMarked;

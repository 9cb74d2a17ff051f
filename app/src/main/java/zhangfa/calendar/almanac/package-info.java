/** The company's calendars: where they are kept, who inherits which, how they change and which clocks that moves. */
@NullMarked
package zhangfa.calendar.almanac;

import org.jspecify.annotations.NullMarked;

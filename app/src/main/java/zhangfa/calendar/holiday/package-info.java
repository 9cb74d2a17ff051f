/** Where public holidays come from: China's with their make-up workdays from a library, others' from iCalendar files. */
@NullMarked
package zhangfa.calendar.holiday;

import org.jspecify.annotations.NullMarked;

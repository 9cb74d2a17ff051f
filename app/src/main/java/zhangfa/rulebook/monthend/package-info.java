/** A month of obligations: the calendar, what is late or missing at its end, and the report that management reads. */
@NullMarked
package zhangfa.rulebook.monthend;

import org.jspecify.annotations.NullMarked;

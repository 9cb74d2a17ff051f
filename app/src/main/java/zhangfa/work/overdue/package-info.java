/** The board of what is late, for those who answer for it. */
@NullMarked
package zhangfa.work.overdue;

import org.jspecify.annotations.NullMarked;

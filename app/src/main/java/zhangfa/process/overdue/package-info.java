/** What is late: boards for those who answer for it, and their card on the first workday of each week. */
@NullMarked
package zhangfa.process.overdue;

import org.jspecify.annotations.NullMarked;

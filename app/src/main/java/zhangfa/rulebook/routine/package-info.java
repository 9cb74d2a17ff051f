/** What steps of a section's process do by themselves: gather facts into the case, enter records into registers. */
@NullMarked
package zhangfa.rulebook.routine;

import org.jspecify.annotations.NullMarked;

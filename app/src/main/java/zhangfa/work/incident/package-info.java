/** Where cases stopped, and what the owner of a process does with them by hand. */
@NullMarked
package zhangfa.work.incident;

import org.jspecify.annotations.NullMarked;

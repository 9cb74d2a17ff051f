/** My day: what waits, what runs, what to start. */
@NullMarked
package zhangfa.work.home;

import org.jspecify.annotations.NullMarked;

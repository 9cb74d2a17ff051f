/** Runs what is due: db-scheduler, wired by hand. */
@NullMarked
package zhangfa.job.run;

import org.jspecify.annotations.NullMarked;

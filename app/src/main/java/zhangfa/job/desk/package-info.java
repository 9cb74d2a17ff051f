/** Where those who run the installation see its jobs, and decide about those that failed for good. */
@NullMarked
package zhangfa.job.desk;

import org.jspecify.annotations.NullMarked;

/** What is read: cases, tasks and boxes, for whoever may see them. */
@NullMarked
package zhangfa.process.desk;

import org.jspecify.annotations.NullMarked;

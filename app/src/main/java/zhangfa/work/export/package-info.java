/** Lists of tasks and cases as files. */
@NullMarked
package zhangfa.work.export;

import org.jspecify.annotations.NullMarked;

/** Where owners of processes take running cases over to another version. */
@NullMarked
package zhangfa.work.migration;

import org.jspecify.annotations.NullMarked;

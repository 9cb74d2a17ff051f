/** The page of a process: how it goes, how it begins, by what it decides. */
@NullMarked
package zhangfa.work.process;

import org.jspecify.annotations.NullMarked;

/** The page of a case: what it is, where it is, and what the reader may do. */
@NullMarked
package zhangfa.work.casefile;

import org.jspecify.annotations.NullMarked;

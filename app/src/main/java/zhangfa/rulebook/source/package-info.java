/** Reads the files in which a rulebook is written; what is not understood is refused with file and line. */
@NullMarked
package zhangfa.rulebook.source;

import org.jspecify.annotations.NullMarked;

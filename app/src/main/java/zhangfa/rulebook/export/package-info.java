/** The rulebooks as the folder from which they can be loaded again. */
@NullMarked
package zhangfa.rulebook.export;

import org.jspecify.annotations.NullMarked;

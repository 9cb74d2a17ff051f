/** The contents of the rulebooks, to leaf through and to search. */
@NullMarked
package zhangfa.rulebook.contents;

import org.jspecify.annotations.NullMarked;

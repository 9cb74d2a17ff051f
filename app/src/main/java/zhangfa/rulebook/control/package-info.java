/** The controls: what must hold, asked of the facts again and again, with the rows that break it. */
@NullMarked
package zhangfa.rulebook.control;

import org.jspecify.annotations.NullMarked;

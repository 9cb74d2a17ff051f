/** Articles beside each other, sentence by sentence: what speaks of the same thing, and what contradicts. */
@NullMarked
package zhangfa.rulebook.comparison;

import org.jspecify.annotations.NullMarked;

/** Brings the rulebook from its files into the company, whole or not at all. */
@NullMarked
package zhangfa.rulebook.load;

import org.jspecify.annotations.NullMarked;

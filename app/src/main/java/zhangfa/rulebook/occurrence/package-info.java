/** Each time that an obligation is due: once for each period, with whoever has it to do, and what became of it. */
@NullMarked
package zhangfa.rulebook.occurrence;

import org.jspecify.annotations.NullMarked;

/** Where regulations in force contradict one another, and which of them holds. */
@NullMarked
package zhangfa.rulebook.conflict;

import org.jspecify.annotations.NullMarked;

/** How far the rulebook is lived: adopted, executable, on duty, evidenced, holding; computed, never declared. */
@NullMarked
package zhangfa.rulebook.coverage;

import org.jspecify.annotations.NullMarked;

/**
 * A second, naive interpreter: BPMN 2.0.2, chapter 13, and the meaning of the approval operations, written from the texts and not from the
 * kernel, of which it uses nothing. A case is the list of its moves, and undoing is playing again without them.
 */
@NullMarked
package zhangfa.flow.naive;

import org.jspecify.annotations.NullMarked;

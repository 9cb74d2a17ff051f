/** A process as people without programming see it: steps from top to bottom, read from BPMN and written to it. */
@NullMarked
package zhangfa.work.plan;

import org.jspecify.annotations.NullMarked;

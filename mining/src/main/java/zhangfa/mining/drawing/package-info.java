/** Processes as they are drawn: laid out without overlaps, and written as BPMN. */
@NullMarked
package zhangfa.mining.drawing;

import org.jspecify.annotations.NullMarked;

/** The meaning of a process: BPMN 2.0 read, checked and executed as a pure function of state and command. */
@NullMarked
package zhangfa.flow;

import org.jspecify.annotations.NullMarked;

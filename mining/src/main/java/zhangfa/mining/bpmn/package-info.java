/** BPMN of any tool, played as a token game for conformance. */
@NullMarked
package zhangfa.mining.bpmn;

import org.jspecify.annotations.NullMarked;

/** Does what happened agree with the model? Token replay, optimal alignments and the measures built on them. */
@NullMarked
package zhangfa.mining.conformance;

import org.jspecify.annotations.NullMarked;

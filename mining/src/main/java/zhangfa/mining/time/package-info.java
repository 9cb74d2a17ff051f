/** Working time: how much of a span is worked, and when so much work is done. */
@NullMarked
package zhangfa.mining.time;

import org.jspecify.annotations.NullMarked;

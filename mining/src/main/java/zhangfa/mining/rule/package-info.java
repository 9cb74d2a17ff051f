/** Rules that every case of a log must keep, whatever model it follows. */
@NullMarked
package zhangfa.mining.rule;

import org.jspecify.annotations.NullMarked;

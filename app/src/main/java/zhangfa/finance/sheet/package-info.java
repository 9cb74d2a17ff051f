/** A claim on paper. */
@NullMarked
package zhangfa.finance.sheet;

import org.jspecify.annotations.NullMarked;

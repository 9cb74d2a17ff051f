/** Finds models in logs. */
@NullMarked
package zhangfa.mining.discovery;

import org.jspecify.annotations.NullMarked;

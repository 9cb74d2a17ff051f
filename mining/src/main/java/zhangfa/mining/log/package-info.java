/** Event logs in memory: what happened, when and by whom, in columns of primitives. */
@NullMarked
package zhangfa.mining.log;

import org.jspecify.annotations.NullMarked;

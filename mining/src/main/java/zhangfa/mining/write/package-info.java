/** Event logs to files that other tools read: XES, CSV and OCEL 2.0. */
@NullMarked
package zhangfa.mining.write;

import org.jspecify.annotations.NullMarked;

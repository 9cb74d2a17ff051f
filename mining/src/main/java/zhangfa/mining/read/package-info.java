/** Event logs from files that anybody may have written: XES, CSV and object-centric logs, in bounded memory, refused with the place that is wrong. */
@NullMarked
package zhangfa.mining.read;

import org.jspecify.annotations.NullMarked;

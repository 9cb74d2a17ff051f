/** One search over all that the modules let people find. */
@NullMarked
package zhangfa.work.search;

import org.jspecify.annotations.NullMarked;

/** What changes on open pages without a reload. */
@NullMarked
package zhangfa.work.live;

import org.jspecify.annotations.NullMarked;

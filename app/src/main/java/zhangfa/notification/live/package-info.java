/** What changes on open pages without a reload. */
@NullMarked
package zhangfa.notification.live;

import org.jspecify.annotations.NullMarked;

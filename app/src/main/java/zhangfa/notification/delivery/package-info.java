/** Messages on their way out: what goes where, attempts, and the log of both. */
@NullMarked
package zhangfa.notification.delivery;

import org.jspecify.annotations.NullMarked;

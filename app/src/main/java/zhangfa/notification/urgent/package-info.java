/** Notices that must be acknowledged, and how they climb from channel to channel until they are. */
@NullMarked
package zhangfa.notification.urgent;

import org.jspecify.annotations.NullMarked;

/** Messages to programs (webhooks as CloudEvents) and to the robots of group chats. */
@NullMarked
package zhangfa.notification.endpoint;

import org.jspecify.annotations.NullMarked;

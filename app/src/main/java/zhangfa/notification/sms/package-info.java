/** Urgent messages as text messages (SMS), by a provider's gateway and within a daily limit. */
@NullMarked
package zhangfa.notification.sms;

import org.jspecify.annotations.NullMarked;

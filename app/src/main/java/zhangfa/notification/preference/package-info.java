/** How each person wants to be reached: channels by kind, language, quiet hours, digest. */
@NullMarked
package zhangfa.notification.preference;

import org.jspecify.annotations.NullMarked;

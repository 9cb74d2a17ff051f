/** Announcements: said to units, positions or everybody, with who has read and confirmed them. */
@NullMarked
package zhangfa.notification.announcement;

import org.jspecify.annotations.NullMarked;

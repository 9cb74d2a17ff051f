/** Messages by e-mail: SMTP, one thread for each case, plain text and HTML. */
@NullMarked
package zhangfa.notification.mail;

import org.jspecify.annotations.NullMarked;

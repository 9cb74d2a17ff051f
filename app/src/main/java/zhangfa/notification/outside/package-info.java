/** Calls to the outside that cannot be led astray into the company's own net. */
@NullMarked
package zhangfa.notification.outside;

import org.jspecify.annotations.NullMarked;

/** Calls to the outside that cannot be led astray into the company's own net. */
@NamedInterface("outside")
@NullMarked
package zhangfa.notification.outside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

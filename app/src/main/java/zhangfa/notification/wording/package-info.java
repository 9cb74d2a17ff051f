/** A message in the words of its reader's language. */
@NamedInterface("wording")
@NullMarked
package zhangfa.notification.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

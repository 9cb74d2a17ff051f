/** A message in the words of its reader's language. */
@NullMarked
package zhangfa.notification.wording;

import org.jspecify.annotations.NullMarked;

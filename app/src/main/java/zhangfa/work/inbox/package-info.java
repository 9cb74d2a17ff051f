/** The boxes of an inbox. */
@NullMarked
package zhangfa.work.inbox;

import org.jspecify.annotations.NullMarked;

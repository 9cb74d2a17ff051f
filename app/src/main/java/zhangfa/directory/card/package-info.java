/** Messages to people by the office platform that they are linked with, as cards that open the page signed in. */
@NullMarked
package zhangfa.directory.card;

import org.jspecify.annotations.NullMarked;

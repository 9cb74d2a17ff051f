/** How a password is kept and checked, and how guessing is slowed. */
@NullMarked
package zhangfa.identity.credential;

import org.jspecify.annotations.NullMarked;

/** Who may call what: one rule on every endpoint, refused where there is none. */
@NullMarked
package zhangfa.identity.access;

import org.jspecify.annotations.NullMarked;

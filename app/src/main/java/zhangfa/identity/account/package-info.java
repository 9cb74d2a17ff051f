/** Accounts on pages: one's own, and all of them for the administrator. */
@NullMarked
package zhangfa.identity.account;

import org.jspecify.annotations.NullMarked;
